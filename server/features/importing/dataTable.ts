import { isTag, type Element } from './dom'
import { inlineHtml, textOf, type Gathered } from './inline'

const elementsIn = (element: Element, name: string): Element[] =>
  element.children.filter(isTag).flatMap((child) => (child.name === name ? [child] : elementsIn(child, name)))

const rowsOf = (table: Element): Element[] => elementsIn(table, 'tr')
const cellsOf = (row: Element): Element[] =>
  row.children.filter((child): child is Element => isTag(child) && /^t[dh]$/.test(child.name))

/** Words that stand in the frame of an old page, never in a table of figures. */
const FRAME = /发布人|浏览|点击|版权所有|CopyRight/i
/** A cell with more words holds an article. */
const LONGEST_CELL = 400

/** Whether a table holds figures and words in rows, not the layout of the page. */
export function isDataTable(table: Element): boolean {
  if (elementsIn(table, 'table').length > 0) return false
  const rows = rowsOf(table).map(cellsOf)
  const wide = rows.filter((cells) => cells.length >= 2)
  if (rows.length < 2 || wide.length * 2 < rows.length) return false
  const texts = rows.flatMap((cells) => cells.map(textOf))
  return !texts.some((text) => text.length > LONGEST_CELL || FRAME.test(text))
}

const span = (cell: Element, name: 'colspan' | 'rowspan'): string => {
  const wide = Number.parseInt(cell.attribs[name] ?? '', 10)
  return wide > 1 && wide <= 100 ? ` ${name}="${wide}"` : ''
}

/** A table of ours: rows of cells, with heads and spans and nothing else. */
export function tableHtml(table: Element, gathered: Gathered): string {
  const rows = rowsOf(table)
    .map(cellsOf)
    .filter((cells) => cells.length > 0)
    .map((cells) => {
      const inner = cells.map((cell) => {
        const content = inlineHtml(cell.children, gathered)
        return `<${cell.name}${span(cell, 'colspan')}${span(cell, 'rowspan')}>${content}</${cell.name}>`
      })
      return `<tr>${inner.join('')}</tr>`
    })
  return `<table><tbody>${rows.join('')}</tbody></table>`
}
