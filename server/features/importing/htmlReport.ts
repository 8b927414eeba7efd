import { formatDateTime } from '../../../shared/domain/time'
import { IMPORT_DOUBTS, IMPORT_FAILURES, IMPORT_MENDS, importWords } from '../../../shared/phrases/importing'
import { escapeValue } from './inline'
import type { Inspected } from './inspectPage'
import type { Broken } from './run'

/** No scripts, and nothing is loaded: pages of strangers are shown as text. */
const HEAD = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>导入检查报告</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
:root { color-scheme: light dark; --line: #8886; --soft: #8881; --bad: #b3261e; --good: #1a7f37 }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --good: #7ee2a8 } }
body { font: 16px/1.6 system-ui, sans-serif; margin: 0 auto; padding: 24px; max-width: 1200px }
details { border: 1px solid var(--line); border-radius: 8px; margin: 12px 0 }
summary { padding: 12px 16px; cursor: pointer }
summary b { margin-right: 8px } .doubtful b { color: var(--bad) } .certain b { color: var(--good) } .failed b { color: var(--bad) }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; padding: 0 16px 16px }
@media (max-width: 800px) { .sides { grid-template-columns: 1fr } }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--soft); padding: 12px; border-radius: 6px; max-height: 480px; overflow: auto; font: inherit; margin: 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 12px; margin: 0 0 12px } dt { opacity: .8 } dd { margin: 0; overflow-wrap: anywhere }
</style></head><body><h1>导入检查报告</h1>
`

const STATES = { certain: '可直接导入', doubtful: '存疑，导入为草稿', failed: '不能导入', known: '已导入过' } as const

const list = (remarks: string[]): string =>
  remarks.length === 0 ? '' : `<ul>${remarks.map((remark) => `<li>${escapeValue(remark)}</li>`).join('')}</ul>`

function sidesOf(inspected: Extract<Inspected, { found: unknown }>): string {
  const { found } = inspected
  const fields: [string, string][] = [
    ['标题', found.title],
    ['栏目', found.channel ?? '未确定'],
    ['发布人', found.publisher ?? '未写明'],
    ['时间', found.publishedAt === null ? '未找到' : formatDateTime(found.publishedAt)],
    ['浏览', String(found.views)],
    ['图片', String(found.pictures.length)],
    ['附件', found.attachments.map(({ name }) => name).join('、') || '无'],
  ]
  const words = found.bodyHtml.replace(/<\/(?:p|h\d|li|tr|table|blockquote)>/g, '\n').replace(/<[^>]*>/g, '')
  return `<div class="sides"><section><h2>原页面</h2><pre>${escapeValue(found.original)}</pre></section>
<section><h2>识别结果</h2><dl>${fields.map(([name, value]) => `<dt>${name}</dt><dd>${escapeValue(value)}</dd>`).join('')}</dl><pre>${words.slice(0, 4000)}</pre></section></div>`
}

/** The reasons of a page in Chinese, the doubtful ones first. */
export function reasonsOf(inspected: Inspected | Broken): string[] {
  if (inspected.state === 'failed') {
    const words = importWords(IMPORT_FAILURES, { code: inspected.failure })
    const error = 'error' in inspected ? inspected.error : undefined
    return error instanceof Error ? [words, error.message] : [words]
  }
  if (inspected.state === 'known') return inspected.isChanged ? ['页面内容与上次导入时不同，未改动已导入的文章。'] : []
  return [
    ...inspected.found.doubts.map((doubt) => importWords(IMPORT_DOUBTS, doubt)),
    ...inspected.found.mends.map((mend) => importWords(IMPORT_MENDS, mend)),
  ]
}

/** One page of the report; what is certain stays closed. */
function entryOf(inspected: Inspected | Broken): string {
  const title = 'found' in inspected ? inspected.found.title : ''
  const sides = 'found' in inspected ? sidesOf(inspected) : ''
  const isOpen = inspected.state === 'doubtful' || inspected.state === 'failed'
  return `<details class="${inspected.state}"${isOpen ? ' open' : ''}><summary><b>${STATES[inspected.state]}</b>${escapeValue(title)} <small>${escapeValue(inspected.source)}</small></summary>
<div style="padding:0 16px">${list(reasonsOf(inspected))}</div>${sides}</details>\n`
}

/** The report of a dry run, in parts as the pages are read. */
export const htmlReport = { head: HEAD, entry: entryOf, foot: '</body></html>\n' }
