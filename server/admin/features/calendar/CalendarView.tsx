import type { StaffCalendar } from '../../../../shared/contract'
import { formatIsoDate } from '../../../../shared/domain/time'
import { classes } from '../../ui/classes'
import { EntryLink } from './EntryLink'
import { byDay, monthName, weeksOf } from './month'
import { t } from '../../ui/language'
import styles from './Calendar.module.css'

const WEEKDAYS = [
  { zh: '周一', en: 'Mon' },
  { zh: '周二', en: 'Tue' },
  { zh: '周三', en: 'Wed' },
  { zh: '周四', en: 'Thu' },
  { zh: '周五', en: 'Fri' },
  { zh: '周六', en: 'Sat' },
  { zh: '周日', en: 'Sun' },
]

const dayName = (day: string): string =>
  t(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`)

/** A month as a table of weeks; on a phone, the days that hold something, one below the other. */
export function CalendarView({ calendar }: { calendar: StaffCalendar }) {
  const days = byDay(calendar.entries)
  const today = formatIsoDate(Date.parse(calendar.now))
  return (
    <>
      {calendar.cut && (
        <p role="status">
          {t(
            '这个月内容太多，每一类只显示最早的 300 项。',
            'There is too much this month: of each kind only the first 300 are shown.',
          )}
        </p>
      )}
      {calendar.entries.length === 0 && (
        <p className={styles.soft}>{t('这个月还没有安排。', 'Nothing is planned this month.')}</p>
      )}
      <table className={styles.month}>
        <caption className="visually-hidden">
          {t(`${monthName(calendar.month)}的安排`, `Plan for ${monthName(calendar.month)}`)}
        </caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name.zh} scope="col">
                {t(name)}
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
                      {day === today && <span className={styles.now}>{t('今天', 'today')}</span>}
                    </h2>
                    {days.has(day) && (
                      <ul
                        className={styles.entries}
                        aria-label={t(`${dayName(day)}的安排`, `Plan for ${dayName(day)}`)}
                      >
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
