import { randomInt } from 'node:crypto'

/** Without letters and digits that look alike on a console or on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const GROUP = 4

/** A random code for people to copy, such as `7KQM-2XPA-9RTD`: five bits a letter, less a little. */
export function newReadableCode(groups: number): string {
  const letters = Array.from({ length: groups * GROUP }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('')
  return Array.from({ length: groups }, (_, at) => letters.slice(at * GROUP, (at + 1) * GROUP)).join('-')
}

/** As it is compared: whatever people put between the letters, and however they write them. */
export const plainCode = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')
