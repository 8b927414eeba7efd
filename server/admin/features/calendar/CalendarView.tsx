import type { StaffCalendar } from '../../../../shared/contract'
import { formatIsoDate } from '../../../../shared/domain/time'
import { classes } from '../../ui/classes'
import { EntryLink } from './EntryLink'
import { byDay, monthName, weeksOf } from './month'
import styles from './Calendar.module.css'

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']

const dayName = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** A month as a table of weeks; on a phone, the days that hold something, one below the other. */
export function CalendarView({ calendar }: { calendar: StaffCalendar }) {
  const days = byDay(calendar.entries)
  const today = formatIsoDate(Date.parse(calendar.now))
  return (
    <>
      {calendar.cut && <p role="status">这个月内容太多，每一类只显示最早的 300 项。</p>}
      {calendar.entries.length === 0 && <p className={styles.soft}>这个月还没有安排。</p>}
      <table className={styles.month}>
        <caption className="visually-hidden">{monthName(calendar.month)}的安排</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(calendar.month).map((week, at) => (
            <tr key={at}>
              {week.map((day, weekday) =>
                day === null ? (
                  <td key={weekday} className={styles.outside} />
                ) : (
                  <td
                    key={day}
                    className={classes(styles.day, !days.has(day) && styles.free, day === today && styles.today)}
                  >
                    <h2 className={styles.date} aria-current={day === today ? 'date' : undefined}>
                      <span className={styles.long}>{dayName(day)}</span>
                      <span aria-hidden="true" className={styles.short}>
                        {Number(day.slice(8))}
                      </span>
                      {day === today && <span className={styles.now}>今天</span>}
                    </h2>
                    {days.has(day) && (
                      <ul className={styles.entries} aria-label={`${dayName(day)}的安排`}>
                        {days.get(day)?.map((entry, index) => (
                          <li key={index}>
                            <EntryLink entry={entry} />
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
