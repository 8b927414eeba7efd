/** A phone draws each cell; a table of more rows belongs in an attachment. */
export const MOST_ROWS = 200

/** Takes tables out that no phone could show; returns their numbers of rows. */
export function takeOutLongTables(page: Document): number[] {
  const counts: number[] = []
  for (const table of page.querySelectorAll('table')) {
    const rows = table.querySelectorAll('tr').length
    if (rows <= MOST_ROWS || !table.isConnected) continue
    counts.push(rows)
    table.remove()
  }
  return counts
}
