export interface CalendarComponent {
  name: string
  /** By name, with its parameters, such as `DTSTART;TZID=Asia/Shanghai`. */
  values: Map<string, string>
  parts: CalendarComponent[]
}

/** Reads a calendar by RFC 5545, and refuses what breaks it: line ends, lines of over 75 octets, ends without a beginning. */
export function readCalendar(text: string): CalendarComponent {
  if (!text.endsWith('\r\n') || /[^\r]\n/.test(text)) throw new Error('lines end with CRLF (3.1)')
  const folded = text.slice(0, -2).split('\r\n')
  const long = folded.find((line) => Buffer.byteLength(line) > 75)
  if (long !== undefined) throw new Error(`a line of ${Buffer.byteLength(long)} octets (3.1)`)
  const root: CalendarComponent = { name: '', values: new Map(), parts: [] }
  const open = [root]
  for (const line of folded
    .join('\r\n')
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')) {
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+(?:;[^:]*)?):(.*)$/.exec(line) ?? []
    const current = open.at(-1)
    if (name === '' || current === undefined) throw new Error(`not a line of a calendar: ${line}`)
    if (name === 'BEGIN') {
      const part: CalendarComponent = { name: value, values: new Map(), parts: [] }
      current.parts.push(part)
      open.push(part)
    } else if (name === 'END') {
      if (open.pop()?.name !== value) throw new Error(`END:${value} ends nothing`)
    } else current.values.set(name, unescaped(value))
  }
  const [calendar] = root.parts
  if (open.length !== 1 || root.parts.length !== 1 || calendar?.name !== 'VCALENDAR')
    throw new Error('not one calendar')
  return calendar
}

const unescaped = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
