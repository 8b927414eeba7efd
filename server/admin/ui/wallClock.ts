import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { fromWallClock, SHANGHAI_OFFSET_MS } from '../../../shared/domain/time'

dayjs.extend(utc)

/**
 * The picker thinks in wall clocks. What it shows is Shanghai's, whatever the zone of the office computer: the value
 * is a UTC clock moved by Shanghai's offset, and only its year … minute are ever read back.
 */
export const toPicker = (instant: number): Dayjs => dayjs.utc(instant + SHANGHAI_OFFSET_MS)

/** The instant whose clock in Shanghai reads like the picked value; seconds are cut off. */
export const fromPicker = (picked: Dayjs): number =>
  fromWallClock({
    year: picked.year(),
    month: picked.month() + 1,
    day: picked.date(),
    hour: picked.hour(),
    minute: picked.minute(),
  })
