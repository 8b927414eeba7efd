import type { ControlProps } from '../../ui/Field'
import { Choice } from '../../ui/Choice'

/** Every half hour of a day. */
const HALF_HOURS = Array.from({ length: 48 }, (_, half) => {
  const hour = String(Math.floor(half / 2)).padStart(2, '0')
  return `${hour}:${half % 2 === 0 ? '00' : '30'}`
})

interface ClockChoiceProps {
  control: Omit<ControlProps, 'status'>
  /** Such as `22:00`; one that is no half hour stays among the choices. */
  value: string
  disabled: boolean
  onChange: (clock: string) => void
}

/** A clock by the half hour; a browser's own time field would show AM and PM on many office computers. */
export function ClockChoice({ control, value, disabled, onChange }: ClockChoiceProps) {
  const clocks = HALF_HOURS.includes(value) ? HALF_HOURS : [...HALF_HOURS, value].sort()
  return (
    <Choice {...control} disabled={disabled} value={value} onChange={onChange}>
      {clocks.map((clock) => (
        <option key={clock} value={clock}>
          {clock}
        </option>
      ))}
    </Choice>
  )
}
