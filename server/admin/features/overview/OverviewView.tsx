import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { Overview } from '../../../../shared/contract'
import { DELIVERY_STATES } from '../../../../shared/phrases'
import { Choice } from '../../ui/Choice'
import { count } from '../../ui/count'
import { DayChart } from '../../ui/DayChart'
import { Shares } from './Shares'
import { bestHours, changeWords, sum } from './words'
import { t } from '../../ui/language'
import styles from './Overview.module.css'

const GONE = { zh: '已删除的文章', en: 'Deleted articles' }
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

function Numbers({ overview }: { overview: Overview }) {
  const { days, views, members, grants, notices } = overview
  const numbers = [
    { name: t('浏览次数', 'Views'), value: views.total, note: changeWords(views, days.length) },
    {
      name: t('新增会员', 'New members'),
      value: sum(members.daily),
      note: t(`现有 ${count(members.total)} 位`, `${count(members.total)} in all`),
    },
    {
      name: t('获得的提醒次数', 'Grants gained'),
      value: sum(grants.gained),
      note: t(`用掉 ${count(sum(grants.used))} 次`, `${count(sum(grants.used))} used`),
    },
    {
      name: t('发出的通知', 'Notices sent'),
      value: notices.total,
      note: t(`${count(outcome(overview, 'sent'))} 人次已送出`, `${count(outcome(overview, 'sent'))} deliveries sent`),
    },
  ]
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ name, value, note }) => (
        <div key={name} className={styles.number}>
          <dt>{name}</dt>
          <dd>{count(value)}</dd>
          <dd className={styles.soft}>{note}</dd>
        </div>
      ))}
    </dl>
  )
}

const outcome = ({ notices }: Overview, wanted: string): number =>
  notices.outcomes.find(({ state }) => state === wanted)?.count ?? 0

function Views({ overview: { days, views } }: { overview: Overview }) {
  const [chosen, setChosen] = useState('')
  const channel = views.channels.find((entry) => entry.channel?.id === chosen)
  return (
    <section className={styles.part} aria-labelledby="overview-views">
      <div className={styles.head}>
        <h2 id="overview-views" className={styles.heading}>
          {t('每日浏览次数', 'Views by day')}
        </h2>
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
      </div>
      <DayChart
        title={t('每日浏览次数', 'Views by day')}
        unit={t('日期', 'date')}
        labels={days.map(shortDay)}
        series={[{ name: t('浏览次数', 'Views'), values: channel?.daily ?? views.daily }]}
      />
    </section>
  )
}

const shortDay = (day: string): string => day.slice(5)

/** What members read, who came, and what became of notices. */
export function OverviewView({ overview }: { overview: Overview }) {
  const { days, views, articles, members, grants, notices } = overview
  const best = bestHours(views.hours)
  const labels = days.map(shortDay)
  return (
    <div className={styles.page}>
      <section className={styles.part} aria-label={t('合计', 'Totals')}>
        <Numbers overview={overview} />
      </section>
      <Views overview={overview} />
      <div className={styles.pair}>
        <section className={styles.part} aria-labelledby="overview-top">
          <h2 id="overview-top" className={styles.heading}>
            {t('浏览最多的文章', 'Most read articles')}
          </h2>
          <Shares
            label={t('浏览最多的文章', 'Most read articles')}
            empty={t('这段时间还没有人浏览文章。', 'Nobody has read an article in this period.')}
            shares={articles.map(({ id, title, views: value }) => ({
              key: id,
              name: <Link to={`/articles/${id}`}>{title}</Link>,
              value,
            }))}
          />
        </section>
        <div className={styles.column}>
          <section className={styles.part} aria-labelledby="overview-channels">
            <h2 id="overview-channels" className={styles.heading}>
              {t('各栏目浏览次数', 'Views by channel')}
            </h2>
            <Shares
              label={t('各栏目浏览次数', 'Views by channel')}
              empty={t('这段时间还没有浏览记录。', 'No views in this period.')}
              shares={views.channels.map(({ channel, views: value }) => ({
                key: channel?.id ?? '',
                name: channel?.name ?? t(GONE),
                value,
              }))}
            />
          </section>
          <section className={styles.part} aria-labelledby="overview-outcomes">
            <h2 id="overview-outcomes" className={styles.heading}>
              {t('通知结果（人次）', 'Outcomes of notices (deliveries)')}
            </h2>
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
        <section className={styles.part} aria-labelledby="overview-members">
          <h2 id="overview-members" className={styles.heading}>
            {t('每日新增会员', 'New members by day')}
          </h2>
          <DayChart
            title={t('每日新增会员', 'New members by day')}
            unit={t('日期', 'date')}
            labels={labels}
            series={[{ name: t('新增会员', 'New members'), values: members.daily }]}
          />
        </section>
        <section className={styles.part} aria-labelledby="overview-grants">
          <h2 id="overview-grants" className={styles.heading}>
            {t('提醒次数', 'Grants')}
          </h2>
          <DayChart
            title={t('提醒次数', 'Grants')}
            unit={t('日期', 'date')}
            labels={labels}
            series={[
              { name: t('获得', 'Gained'), values: grants.gained },
              { name: t('用掉', 'Used'), values: grants.used },
            ]}
          />
        </section>
      </div>
      <section className={styles.part} aria-labelledby="overview-hours">
        <h2 id="overview-hours" className={styles.heading}>
          {t('会员在几点阅读', 'When members read')}
        </h2>
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
      </section>
    </div>
  )
}
