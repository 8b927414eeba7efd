import type { Document } from '../../kernel/document'
import { errorMessage, type ErrorCode } from '../../../shared/phrases'
import { apologyDocument } from './layout'
import { markup } from './markup'
import type { Described } from './structuredData'

const TITLES: Partial<Record<ErrorCode, string>> = {
  article_not_found: '没有找到这篇文章',
  article_withdrawn: '这篇文章已经撤回',
  channel_not_found: '没有找到这个栏目',
  cursor_invalid: '这一页已经失效',
  page_not_found: '没有找到这个页面',
  unavailable: '服务暂时不可用',
}

/** What a page says that cannot be given, and where to go on from there. */
export function sayError(code: ErrorCode, described: Described): Document {
  const { addresses } = described
  const advice = markup`<p>${errorMessage(code)}</p><p class="ways"><a href="${addresses.home}">看看最新文章</a><a href="${addresses.memberSearch}">搜索文章</a></p>`
  return apologyDocument(TITLES[code] ?? '暂时无法打开这一页', advice, described)
}
