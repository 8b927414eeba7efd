import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { Overview, OverviewTable } from '../../../../shared/contract'
import { DELIVERY_STATES } from '../../../../shared/phrases'
import { Card } from '../../ui/Card'
import { Choice } from '../../ui/Choice'
import { count } from '../../ui/count'
import { DayChart } from '../../ui/DayChart'
import { ExportLinks } from '../../ui/ExportLinks'
import { Numbers } from '../../ui/Numbers'
import { Shares } from './Shares'
import { bestHours, changeWords, sum } from './words'
import { t } from '../../ui/language'
import styles from './Overview.module.css'

const GONE = { zh: '已删除的文章', en: 'Deleted articles' }
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

function numbersOf(overview: Overview) {
  const { days, views, members, grants, notices } = overview
  return [
    { name: t('浏览次数', 'Views'), value: count(views.total), note: changeWords(views, days.length) },
    {
      name: t('新增会员', 'New members'),
      value: count(sum(members.daily)),
      note: t(`现有 ${count(members.total)} 位`, `${count(members.total)} in all`),
    },
    {
      name: t('获得的提醒次数', 'Grants gained'),
      value: count(sum(grants.gained)),
      note: t(`用掉 ${count(sum(grants.used))} 次`, `${count(sum(grants.used))} used`),
    },
    {
      name: t('发出的通知', 'Notices sent'),
      value: count(notices.total),
      note: t(`${count(outcome(overview, 'sent'))} 人次已送出`, `${count(outcome(overview, 'sent'))} deliveries sent`),
    },
  ]
}

const outcome = ({ notices }: Overview, wanted: string): number =>
  notices.outcomes.find(({ state }) => state === wanted)?.count ?? 0

function Views({ overview: { days, views } }: { overview: Overview }) {
  const [chosen, setChosen] = useState('')
  const channel = views.channels.find((entry) => entry.channel?.id === chosen)
  return (
    <Card
      title={t('每日浏览次数', 'Views by day')}
      tools={
        <Choice aria-label={t('栏目', 'Channel')} value={channel === undefined ? '' : chosen} onChange={setChosen}>
          <option value="">{t('全部栏目', 'All channels')}</option>
          {views.channels.map(
            (entry) =>
              entry.channel !== null && (
                <option key={entry.channel.id} value={entry.channel.id}>
                  {entry.channel.name}
                </option>
              ),
          )}
        </Choice>
      }
    >
      <DayChart
        title={t('每日浏览次数', 'Views by day')}
        unit={t('日期', 'date')}
        labels={days.map(shortDay)}
        series={[{ name: t('浏览次数', 'Views'), values: channel?.daily ?? views.daily }]}
      />
    </Card>
  )
}

const TABLES = '/api/admin/overview/export'

/** A table of the overview that has more rows as a file than it has here. */
const TableLinks = ({ days, table, of }: { days: number; table: OverviewTable; of: string }) => (
  <ExportLinks path={TABLES} query={{ days: String(days), table }} of={of} />
)

const shortDay = (day: string): string => day.slice(5)

/** What members read, who came, and what became of notices. */
export function OverviewView({ overview }: { overview: Overview }) {
  const { days, views, articles, members, grants, notices } = overview
  const best = bestHours(views.hours)
  const labels = days.map(shortDay)
  return (
    <div className={styles.page}>
      <Card label={t('合计', 'Totals')}>
        <Numbers numbers={numbersOf(overview)} />
      </Card>
      <Views overview={overview} />
      <div className={styles.pair}>
        <Card
          title={t('浏览最多的文章', 'Most read articles')}
          tools={<TableLinks days={days.length} table="articles" of={t('浏览最多的文章', 'Most read articles')} />}
        >
          <Shares
            label={t('浏览最多的文章', 'Most read articles')}
            empty={t('这段时间还没有人浏览文章。', 'Nobody has read an article in this period.')}
            shares={articles.map(({ id, title, views: value }) => ({
              key: id,
              name: <Link to={`/articles/${id}`}>{title}</Link>,
              value,
            }))}
          />
        </Card>
        <div className={styles.column}>
          <Card title={t('各栏目浏览次数', 'Views by channel')}>
            <Shares
              label={t('各栏目浏览次数', 'Views by channel')}
              empty={t('这段时间还没有浏览记录。', 'No views in this period.')}
              shares={views.channels.map(({ channel, views: value }) => ({
                key: channel?.id ?? '',
                name: channel?.name ?? t(GONE),
                value,
              }))}
            />
          </Card>
          <section className={styles.part} aria-labelledby="overview-outcomes">
            <div className={styles.head}>
              <h2 id="overview-outcomes" className={styles.heading}>
                {t('通知结果（人次）', 'Outcomes of notices (deliveries)')}
              </h2>
              <TableLinks days={days.length} table="notices" of={t('通知结果', 'Outcomes of notices')} />
            </div>
            <Shares
              label={t('通知结果', 'Outcomes of notices')}
              empty={t('这段时间没有发出通知。', 'No notice was sent in this period.')}
              shares={notices.outcomes.map(({ state, count: value }) => ({
                key: state,
                name: t(DELIVERY_STATES[state]),
                value,
              }))}
            />
          </section>
        </div>
      </div>
      <div className={styles.pair}>
        <Card title={t('每日新增会员', 'New members by day')}>
          <DayChart
            title={t('每日新增会员', 'New members by day')}
            unit={t('日期', 'date')}
            labels={labels}
            series={[{ name: t('新增会员', 'New members'), values: members.daily }]}
          />
        </Card>
        <Card title={t('提醒次数', 'Grants')}>
          <DayChart
            title={t('提醒次数', 'Grants')}
            unit={t('日期', 'date')}
            labels={labels}
            series={[
              { name: t('获得', 'Gained'), values: grants.gained },
              { name: t('用掉', 'Used'), values: grants.used },
            ]}
          />
        </Card>
      </div>
      <Card title={t('会员在几点阅读', 'When members read')}>
        <p className={styles.soft}>
          {best === null
            ? t(
                '浏览记录还不够多，暂不给出发布时间的建议。',
                'There are too few views yet to advise a time for publishing.',
              )
            : t(`${best} 阅读最多，适合在此之前发布。`, `Most is read at ${best}: publish before that.`)}
        </p>
        <DayChart
          title={t('各时段浏览次数', 'Views by hour')}
          unit={t('时段', 'Hour')}
          labels={HOURS}
          series={[{ name: t('浏览次数', 'Views'), values: views.hours }]}
        />
      </Card>
    </div>
  )
}
