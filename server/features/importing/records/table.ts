import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import readSheet from 'read-excel-file/node'
import { decodePage } from '../decode'
import type { ArticleRecord } from './record'
import { timeIn } from './times'

/** What a column may hold. */
export const COLUMNS = ['title', 'channel', 'publisher', 'time', 'views', 'body', 'address'] as const
export type Column = (typeof COLUMNS)[number]

/** Heads that are known without being told. */
const HEADS: Record<Column, string[]> = {
  title: ['title', '标题', '题目', '文章标题'],
  channel: ['channel', 'category', '栏目', '分类', '类别'],
  publisher: ['publisher', 'author', '发布人', '作者', '来源'],
  time: ['time', 'date', 'published', '时间', '发布时间', '日期', '发布日期'],
  views: ['views', 'hits', '浏览', '浏览量', '浏览次数', '点击', '点击量'],
  body: ['body', 'content', 'html', '正文', '内容'],
  address: ['address', 'url', 'link', '网址', '链接', '地址'],
}

/** `title=题目,body=内文` as the heads of columns; null when it says anything else. */
export function readColumnMap(text: string): Partial<Record<Column, string>> | null {
  const map: Partial<Record<Column, string>> = {}
  for (const part of text.split(',').filter((piece) => piece.trim() !== '')) {
    const [name = '', head = ''] = part.split('=').map((side) => side.trim())
    const column = COLUMNS.find((known) => known === name)
    if (column === undefined || head === '') return null
    map[column] = head
  }
  return map
}

type Cell = string | number | boolean | Date | null

const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim())

/** Spreadsheets keep wall-clock times without a zone; the library tells them as if they were of Greenwich. */
const timeOf = (cell: Cell | undefined): number | null =>
  cell instanceof Date
    ? timeIn(new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().slice(0, 19))
    : timeIn(textOf(cell))

async function rowsOf(path: string): Promise<Cell[][]> {
  if (extname(path).toLowerCase() === '.xlsx') {
    const [sheet] = await readSheet(path)
    return (sheet?.data ?? []) as Cell[][]
  }
  const { text } = decodePage(await readFile(path))
  const options = { relax_column_count: true, skip_empty_lines: true, bom: true }
  return parse(text, options) as Cell[][]
}

/** A table without a head for its titles and bodies. */
export class ColumnsUnknown extends Error {
  override readonly name = 'ColumnsUnknown'
}

/** Rows of a CSV or XLSX file as articles; the first row holds the heads. */
export async function* tableRecords(path: string, map: Partial<Record<Column, string>>): AsyncGenerator<ArticleRecord> {
  const [heads = [], ...rows] = await rowsOf(path)
  const names = heads.map((head) => textOf(head).toLowerCase())
  const at = (column: Column): number => {
    const told = map[column]
    return names.findIndex((name) => (told === undefined ? HEADS[column].includes(name) : name === told.toLowerCase()))
  }
  const places = Object.fromEntries(COLUMNS.map((column) => [column, at(column)])) as Record<Column, number>
  if (places.title < 0 || places.body < 0) throw new ColumnsUnknown()
  for (const row of rows) {
    const cell = (column: Column) => (places[column] < 0 ? undefined : row[places[column]])
    yield {
      address: textOf(cell('address')),
      title: textOf(cell('title')),
      publisher: textOf(cell('publisher')),
      publishedAt: timeOf(cell('time')),
      views: Math.max(0, Math.min(999_999_999, Number.parseInt(textOf(cell('views')), 10) || 0)),
      channels: [textOf(cell('channel'))],
      body: textOf(cell('body')),
      isPublic: true,
    }
  }
}
