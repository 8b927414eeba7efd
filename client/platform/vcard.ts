import type { Office } from './addressBook'

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** An office as a vCard 3.0 (RFC 2426), which phones of every make read. */
export function vcardOf({ organisation, phones, address, postalCode }: Office): string {
  const name = escaped(organisation)
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${name};;;;`,
    `FN:${name}`,
    `ORG:${name}`,
    ...phones.map(({ number }) => `TEL;TYPE=WORK,VOICE:${escaped(number)}`),
    `ADR;TYPE=WORK:;;${escaped(address)};;;${escaped(postalCode)};中国`,
    'END:VCARD',
  ]
  return `${lines.join('\r\n')}\r\n`
}
