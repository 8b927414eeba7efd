import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { Overview } from '../../../../shared/contract'
import { DELIVERY_STATES } from '../../../../shared/phrases'
import { Choice } from '../../ui/Choice'
import { count } from '../../ui/count'
import { DayChart } from '../../ui/DayChart'
import { Shares } from './Shares'
import { bestHours, changeWords, sum } from './words'
import styles from './Overview.module.css'

const GONE = '已删除的文章'
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`)

function Numbers({ overview }: { overview: Overview }) {
  const { days, views, members, grants, notices } = overview
  const numbers = [
    { name: '浏览次数', value: views.total, note: changeWords(views, days.length) },
    { name: '新增会员', value: sum(members.daily), note: `现有 ${count(members.total)} 位` },
    { name: '获得的提醒次数', value: sum(grants.gained), note: `用掉 ${count(sum(grants.used))} 次` },
    { name: '发出的通知', value: notices.total, note: `${count(outcome(overview, 'sent'))} 人次已送出` },
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
          每日浏览次数
        </h2>
        <Choice aria-label="栏目" value={channel === undefined ? '' : chosen} onChange={setChosen}>
          <option value="">全部栏目</option>
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
        title="每日浏览次数"
        unit="日期"
        labels={days.map(shortDay)}
        series={[{ name: '浏览次数', values: channel?.daily ?? views.daily }]}
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
      <section className={styles.part} aria-label="合计">
        <Numbers overview={overview} />
      </section>
      <Views overview={overview} />
      <div className={styles.pair}>
        <section className={styles.part} aria-labelledby="overview-top">
          <h2 id="overview-top" className={styles.heading}>
            浏览最多的文章
          </h2>
          <Shares
            label="浏览最多的文章"
            empty="这段时间还没有人浏览文章。"
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
              各栏目浏览次数
            </h2>
            <Shares
              label="各栏目浏览次数"
              empty="这段时间还没有浏览记录。"
              shares={views.channels.map(({ channel, views: value }) => ({
                key: channel?.id ?? '',
                name: channel?.name ?? GONE,
                value,
              }))}
            />
          </section>
          <section className={styles.part} aria-labelledby="overview-outcomes">
            <h2 id="overview-outcomes" className={styles.heading}>
              通知结果（人次）
            </h2>
            <Shares
              label="通知结果"
              empty="这段时间没有发出通知。"
              shares={notices.outcomes.map(({ state, count: value }) => ({
                key: state,
                name: DELIVERY_STATES[state].zh,
                value,
              }))}
            />
          </section>
        </div>
      </div>
      <div className={styles.pair}>
        <section className={styles.part} aria-labelledby="overview-members">
          <h2 id="overview-members" className={styles.heading}>
            每日新增会员
          </h2>
          <DayChart
            title="每日新增会员"
            unit="日期"
            labels={labels}
            series={[{ name: '新增会员', values: members.daily }]}
          />
        </section>
        <section className={styles.part} aria-labelledby="overview-grants">
          <h2 id="overview-grants" className={styles.heading}>
            提醒次数
          </h2>
          <DayChart
            title="提醒次数"
            unit="日期"
            labels={labels}
            series={[
              { name: '获得', values: grants.gained },
              { name: '用掉', values: grants.used },
            ]}
          />
        </section>
      </div>
      <section className={styles.part} aria-labelledby="overview-hours">
        <h2 id="overview-hours" className={styles.heading}>
          会员在几点阅读
        </h2>
        <p className={styles.soft}>
          {best === null ? '浏览记录还不够多，暂不给出发布时间的建议。' : `${best} 阅读最多，适合在此之前发布。`}
        </p>
        <DayChart
          title="各时段浏览次数"
          unit="时段"
          labels={HOURS}
          series={[{ name: '浏览次数', values: views.hours }]}
        />
      </section>
    </div>
  )
}
