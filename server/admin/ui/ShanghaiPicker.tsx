import { DatePicker } from 'antd'
import type { ControlProps } from './Field'
import { useNow } from './useNow'
import { fromPicker, toPicker } from './wallClock'
import { t } from './language'

interface ShanghaiPickerProps {
  control: ControlProps
  /** ms since the epoch */
  value: number | null
  /** Where the calendar opens when nothing is picked yet. */
  near?: number | null
  onChange: (instant: number | null) => void
}

/** A date and a time in Shanghai; may be typed as `2026-11-23 14:30`. */
export function ShanghaiPicker({ control, value, near, onChange }: ShanghaiPickerProps) {
  const { status, ...aria } = control
  const now = useNow()
  return (
    <DatePicker
      {...aria}
      {...(status === '' ? {} : { status })}
      style={{ width: '100%' }}
      format={['YYYY-MM-DD HH:mm', t('YYYY年M月D日 HH:mm', 'D MMM YYYY HH:mm'), 'YYYY/M/D H:mm']}
      placeholder={t('年-月-日 时:分', 'day month year hour:minute')}
      showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: toPicker(now).hour(9).minute(0).second(0) }}
      // “此刻” would be the computer's own clock
      showNow={false}
      // leaving the field keeps what was picked
      needConfirm={false}
      {...(value === null ? { defaultPickerValue: toPicker(near ?? now) } : {})}
      value={value === null ? null : toPicker(value)}
      onChange={(picked) => onChange(picked === null || Array.isArray(picked) ? null : fromPicker(picked))}
    />
  )
}
