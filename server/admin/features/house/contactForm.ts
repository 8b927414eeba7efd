import type { ContactValues } from '../../../../shared/contract'
import type { FieldErrors } from '../../api/errors'
import { t } from '../../ui/language'
import { fieldWords } from '../../ui/words'

export type Period = ContactValues['officeHours']['periods'][number]
export type Phone = ContactValues['phones'][number]
export type Exception = ContactValues['exceptions'][number]

export interface DayForm {
  open: boolean
  periods: Period[]
}

/** The card as it is typed: coordinates as text, hours by weekday (0 Sunday). */
export interface ContactForm extends Pick<
  ContactValues,
  'phones' | 'address' | 'building' | 'postalCode' | 'exceptions' | 'photo'
> {
  latitude: string
  longitude: string
  placeName: string
  days: DayForm[]
}

/** Monday comes first. */
export const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

export function formOf(values: ContactValues): ContactForm {
  const { location, officeHours, phones, address, building, postalCode, exceptions, photo } = values
  const days = Array.from({ length: 7 }, (_, day) => ({
    open: officeHours.days.includes(day),
    periods: officeHours.byDay?.find((own) => own.day === day)?.periods ?? officeHours.periods,
  }))
  return {
    ...{ phones, address, building, postalCode, exceptions, photo, days },
    latitude: location === null ? '' : String(location.latitude),
    longitude: location === null ? '' : String(location.longitude),
    placeName: location?.name ?? '',
  }
}

/** The hours most weekdays have stand for all; the others have their own. */
export function hoursOf(days: readonly DayForm[]): ContactValues['officeHours'] {
  const open = WEEK.filter((day) => days[day]?.open === true)
  const sorted = (day: number) => [...(days[day]?.periods ?? [])].sort((a, b) => (a.from < b.from ? -1 : 1))
  const kinds = new Map<string, number>()
  for (const day of open) kinds.set(JSON.stringify(sorted(day)), (kinds.get(JSON.stringify(sorted(day))) ?? 0) + 1)
  const [usual = '[]'] = [...kinds].sort(([, one], [, other]) => other - one)[0] ?? []
  const periods = JSON.parse(usual) as Period[]
  const byDay = open
    .filter((day) => JSON.stringify(sorted(day)) !== usual)
    .map((day) => ({ day, periods: sorted(day) }))
  const hours = { days: [...open].sort((a, b) => a - b), periods }
  return byDay.length === 0 ? hours : { ...hours, byDay }
}

export function valuesOf(form: ContactForm): ContactValues {
  const { phones, address, building, postalCode, exceptions, photo, latitude, longitude, placeName, days } = form
  const hasPlace = latitude.trim() !== '' || longitude.trim() !== ''
  return {
    ...{ phones, address, building, postalCode, photo },
    exceptions: [...exceptions].sort((one, other) => (one.date < other.date ? -1 : 1)),
    location: hasPlace ? { latitude: Number(latitude), longitude: Number(longitude), name: placeName.trim() } : null,
    officeHours: hoursOf(days),
  }
}

/** What is wrong with one day's periods, in words. */
export function dayProblem({ open, periods }: DayForm): string | undefined {
  if (!open) return undefined
  if (periods.length === 0) return t('请添加时段，或取消这一天的办公。', 'Add hours, or close this day.')
  if (periods.some(({ from, to }) => from >= to))
    return t('结束时间必须晚于开始时间。', 'The end must be after the start.')
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1))
  const overlaps = sorted.some((period, at) => at > 0 && (sorted[at - 1]?.to ?? '') > period.from)
  return overlaps ? t('时段有重叠。', 'These hours overlap.') : undefined
}

const PHONE = /^[0-9+()（）\-转 ]{3,30}$/
const isDegree = (text: string, most: number) => text.trim() !== '' && Math.abs(Number(text)) <= most

/** Problems that can be told before asking the server, by the contract's paths. */
export function contactProblems(form: ContactForm): FieldErrors {
  const problems: FieldErrors = {}
  form.phones.forEach(({ label, number }, at) => {
    if (label.trim() === '') problems[`phones.${at}.label`] = fieldWords('required')
    if (!PHONE.test(number.trim())) {
      problems[`phones.${at}.number`] = t('请填写电话号码，可含区号、“-”和“转”。', 'A telephone number.')
    }
  })
  if (form.address.trim() === '') problems.address = fieldWords('required')
  if (!/^(?:\d{6})?$/.test(form.postalCode.trim())) problems.postalCode = t('邮编是 6 位数字。', 'Six digits.')
  if (form.latitude.trim() !== '' || form.longitude.trim() !== '') {
    if (!isDegree(form.latitude, 90))
      problems['location.latitude'] = t('纬度在 -90 到 90 之间。', 'Between -90 and 90.')
    if (!isDegree(form.longitude, 180))
      problems['location.longitude'] = t('经度在 -180 到 180 之间。', 'Between -180 and 180.')
    if (form.placeName.trim() === '') problems['location.name'] = fieldWords('required')
  }
  if (!form.days.some(({ open }) => open))
    problems['officeHours.days'] = t('至少有一天办公。', 'Open on one day at least.')
  form.days.forEach((day, at) => {
    const problem = dayProblem(day)
    if (problem !== undefined) problems[`days.${at}`] = problem
  })
  form.exceptions.forEach(({ date, name }, at) => {
    if (date === '') problems[`exceptions.${at}.date`] = fieldWords('required')
    else if (form.exceptions.findIndex((entry) => entry.date === date) < at) {
      problems[`exceptions.${at}.date`] = t('这一天已经在上面。', 'This day is there already.')
    }
    if (name.trim() === '') problems[`exceptions.${at}.name`] = fieldWords('required')
  })
  if (form.photo.source === 'library' && form.photo.alt.trim() === '') problems['photo.alt'] = fieldWords('required')
  return problems
}
