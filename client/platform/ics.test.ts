import { calendarFile } from './ics'

const entry = {
  id: '01kc0000000000000000000000',
  title: '亲子活动；海滨, 第二场',
  startsAt: Date.parse('2026-12-05T14:00:00+08:00'),
  endsAt: Date.parse('2026-12-06T01:00:00+08:00'),
  place: '香洲文化馆\n二楼',
  description: '请带 \\ 水杯',
  link: null,
}
const file = calendarFile(entry, 'https://example.org/pages/article/index?id=1', Date.parse('2026-11-23T00:00:00Z'))

/** As a calendar reads it: folded lines joined again. */
const unfolded = file.replaceAll('\r\n ', '')

describe('an event as a calendar file', () => {
  it('has its times in UTC, across midnight too', () => {
    expect(unfolded).toContain('\r\nDTSTART:20261205T060000Z\r\nDTEND:20261205T170000Z\r\n')
  })

  it('keeps signs that mean something to a calendar', () => {
    expect(unfolded).toContain('SUMMARY:亲子活动；海滨\\, 第二场\r\n')
    expect(unfolded).toContain('LOCATION:香洲文化馆\\n二楼\r\n')
    expect(unfolded).toContain('DESCRIPTION:请带 \\\\ 水杯\r\n')
  })

  it('has no line of more than 75 octets, even for a title of 200 characters, and cuts no character', () => {
    const long = calendarFile({ ...entry, title: '活'.repeat(199) + '🎉' }, 'https://example.org/', 0)
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'活'.repeat(199)}🎉\r\n`)
  })

  it('begins and ends as a calendar must, each line with CR LF', () => {
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true)
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })
})
