const WAN = 10_000
const YI = 100_000_000

/** `1.2`, never more than there is: 12,999 readings are 1.2万, not 1.3万. */
const tenths = (count: number, unit: number): string => String(Math.floor((count * 10) / unit) / 10)

/** How often an article was opened, as officials write it: 9999, 1万, 1.2万, 1亿. What is no count is none. */
export function viewsText(views: number): string {
  const count = Number.isFinite(views) ? Math.max(0, Math.floor(views)) : 0
  if (count >= YI) return `${tenths(count, YI)}亿`
  return count >= WAN ? `${tenths(count, WAN)}万` : String(count)
}
