import { Readable } from 'node:stream'
import type { Context } from 'koa'
import writeSheet from 'write-excel-file/node'
import { BYTE_ORDER_MARK, csvLine, plainText, type Cell } from '../kernel/csv'
import { AppError, invalidFields } from '../kernel/errors'

export interface TableFile {
  /** Without its ending; `ascii` for browsers that read no other. */
  name: string
  ascii: string
  head: string[]
  /** Page by page, so that a long table takes no memory. */
  pages: AsyncIterable<Cell[][]> | Iterable<Cell[][]>
}

export type TableFormat = 'csv' | 'xlsx'

/** A workbook is packed whole, in memory, while others wait: what is longer is for CSV, which streams. */
const SHEET_ROWS = 10_000
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What `?format=` asks for, CSV by itself, and the rest of the query. */
export function formatOf({ format = 'csv', ...query }: Record<string, unknown>): {
  format: TableFormat
  query: Record<string, unknown>
} {
  if (format !== 'csv' && format !== 'xlsx') throw invalidFields({ format: { code: 'invalid' } })
  return { format, query }
}

async function* csv({ head, pages }: TableFile): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(head)
  for await (const page of pages) if (page.length > 0) yield page.map(csvLine).join('')
}

/** Text stays text: also a cell that looks like a formula to whoever saves the sheet as something else. */
const sheetCell = (cell: Cell) =>
  cell === null
    ? null
    : typeof cell === 'number'
      ? { value: cell, type: Number }
      : { value: plainText(cell), type: String }

async function sheet({ head, pages }: TableFile): Promise<Buffer> {
  const rows: Cell[][] = []
  for await (const page of pages) {
    rows.push(...page)
    if (rows.length > SHEET_ROWS) throw new AppError('export_too_long')
  }
  const title = head.map((name) => ({ value: plainText(name), type: String, fontWeight: 'bold' as const }))
  const widths = head.map((name) => ({ width: Math.max(12, name.length * 2 + 2) }))
  return writeSheet([title, ...rows.map((row) => row.map(sheetCell))], {
    columns: widths,
    stickyRowsCount: 1,
  }).toBuffer()
}

/** Answers with a table as a file that Excel opens as it is. */
export async function sendTable(ctx: Context, format: TableFormat, table: TableFile): Promise<void> {
  const body = format === 'xlsx' ? await sheet(table) : Readable.from(csv(table), { objectMode: false })
  const names = `filename="${table.ascii}.${format}"; filename*=UTF-8''${encodeURIComponent(`${table.name}.${format}`)}`
  ctx.type = format === 'xlsx' ? SHEET : 'text/csv; charset=utf-8'
  ctx.set('Content-Disposition', `attachment; ${names}`)
  ctx.set('Cache-Control', 'no-store')
  ctx.body = body
}
