import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DayPickerProps {
  label: string
  /** Such as `2026-11-23`; empty for none. */
  value: string
  min?: string
  max?: string
  onChange: (day: string) => void
}

const DAY = 'YYYY-MM-DD'
const dayOf = (value: string) => (value === '' ? undefined : dayjs(value, DAY))

/** A day, in the language of the screen whatever the browser's is; may be typed as `2026-11-23`. */
export function DayPicker({ label, value, min = '', max = '', onChange }: DayPickerProps) {
  return (
    <DatePicker
      aria-label={label}
      // its button is too small a target; the filter as a whole is cleared by one of its own
      allowClear={false}
      placeholder={label}
      format={[DAY, 'YYYY/M/D']}
      showNow={false}
      minDate={dayOf(min)}
      maxDate={dayOf(max)}
      value={dayOf(value) ?? null}
      onChange={(picked) => onChange(picked === null || Array.isArray(picked) ? '' : picked.format(DAY))}
    />
  )
}
