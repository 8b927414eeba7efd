/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/

export type Cell = string | number | null

/** Text as a spreadsheet takes it for text. */
export const plainText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** One cell: quoted where it has to be, and never a formula. */
export function csvCell(value: Cell): string {
  if (value === null) return ''
  const safe = typeof value === 'string' ? plainText(value) : String(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A line as RFC 4180 has it. */
export const csvLine = (cells: Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Excel takes a file for UTF-8 only when it begins with this. */
export const BYTE_ORDER_MARK = '\uFEFF'
