import { Button, Checkbox } from 'antd'
import { WEEKDAYS } from '../../../../shared/domain/officeWords'
import type { FieldErrors } from '../../api/errors'
import { language, t } from '../../ui/language'
import { ClockChoice } from '../settings/ClockChoice'
import { WEEK, type DayForm } from './contactForm'
import styles from './House.module.css'

const ENGLISH = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const nameOf = (day: number): string => (language() === 'en' ? ENGLISH : WEEKDAYS)[day] ?? ''

interface HoursPartProps {
  days: DayForm[]
  fields: FieldErrors
  disabled: boolean
  onChange: (days: DayForm[]) => void
}

/** Office hours, one weekday a line. */
export function HoursPart({ days, fields, disabled, onChange }: HoursPartProps) {
  const set = (day: number, part: Partial<DayForm>) =>
    onChange(days.map((entry, at) => (at === day ? { ...entry, ...part } : entry)))
  return (
    <>
      <ul className={styles.list}>
        {WEEK.map((day) => {
          const own = days[day] ?? { open: false, periods: [] }
          const name = nameOf(day)
          const put = (at: number, part: { from?: string; to?: string }) =>
            set(day, { periods: own.periods.map((period, index) => (index === at ? { ...period, ...part } : period)) })
          return (
            <li key={day}>
              <div className={styles.day}>
                <Checkbox
                  checked={own.open}
                  disabled={disabled}
                  onChange={(event) => set(day, { open: event.target.checked })}
                >
                  {name}
                </Checkbox>
                {!own.open && <span className={styles.soft}>{t('休息', 'Closed')}</span>}
                {own.open &&
                  own.periods.map((period, at) => (
                    <span key={at} className={styles.period}>
                      {(['from', 'to'] as const).map((end) => (
                        <span key={end} className={styles.clock}>
                          <ClockChoice
                            control={{
                              id: `hours-${day}-${at}-${end}`,
                              'aria-invalid': fields[`days.${day}`] !== undefined,
                              'aria-describedby': undefined,
                              ...{
                                'aria-label': `${name} ${at + 1} ${end === 'from' ? t('开始', 'from') : t('结束', 'to')}`,
                              },
                            }}
                            value={period[end]}
                            disabled={disabled}
                            onChange={(clock) => put(at, { [end]: clock })}
                          />
                        </span>
                      ))}
                      {!disabled && (
                        <Button
                          type="text"
                          aria-label={t(`${name}：移除第 ${at + 1} 个时段`, `${name}: remove hours ${at + 1}`)}
                          onClick={() => set(day, { periods: own.periods.filter((_, index) => index !== at) })}
                        >
                          ✕
                        </Button>
                      )}
                    </span>
                  ))}
                {own.open && !disabled && own.periods.length < 3 && (
                  <Button
                    type="text"
                    aria-label={t(`${name}：添加时段`, `${name}: add hours`)}
                    onClick={() => set(day, { periods: [...own.periods, { from: '14:30', to: '17:30' }] })}
                  >
                    ＋
                  </Button>
                )}
              </div>
              {fields[`days.${day}`] !== undefined && (
                <p className={styles.problem} role="alert">
                  {fields[`days.${day}`]}
                </p>
              )}
            </li>
          )
        })}
      </ul>
      {fields['officeHours.days'] !== undefined && (
        <p className={styles.problem} role="alert">
          {fields['officeHours.days']}
        </p>
      )}
    </>
  )
}
