import { SHANGHAI_OFFSET_MS } from '../../../shared/domain/time'

/**
 * An instant whose clock is that of Shanghai, whatever the process's own zone is. `ical-generator` asks a `Date` for its
 * local hours, and knows one with a zone by these members (those of `TZDate` of date-fns).
 */
export class ShanghaiDate extends Date {
  readonly timeZone = 'Asia/Shanghai'

  get internal(): Date {
    return new Date(this.getTime() + SHANGHAI_OFFSET_MS)
  }

  withTimeZone(): this {
    return this
  }

  tzComponents(): string[] {
    return ['+', '08', '00']
  }

  override getFullYear(): number {
    return this.internal.getUTCFullYear()
  }

  override getMonth(): number {
    return this.internal.getUTCMonth()
  }

  override getDate(): number {
    return this.internal.getUTCDate()
  }

  override getHours(): number {
    return this.internal.getUTCHours()
  }

  override getMinutes(): number {
    return this.internal.getUTCMinutes()
  }

  override getSeconds(): number {
    return this.internal.getUTCSeconds()
  }
}
