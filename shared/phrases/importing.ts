import type { Phrase } from './statuses'

/** Why a page of another site was not taken over without a look, or not at all. `{detail}`: what was found. */
export const IMPORT_DOUBTS = {
  title_missing: { zh: '没有找到标题。', en: 'No title was found.' },
  title_too_long: { zh: '标题超过 120 个字，已截短。', en: 'The title is longer than 120 characters and was cut.' },
  title_duplicate: { zh: '已有同名文章，可能重复。', en: 'There is an article with this title already.' },
  time_missing: { zh: '没有找到发布时间。', en: 'No time of publication was found.' },
  time_in_future: { zh: '发布时间在将来。', en: 'The time of publication is in the future.' },
  channel_unknown: { zh: '不能确定属于哪个栏目：{detail}', en: 'Its section is not known: {detail}' },
  body_empty: { zh: '没有正文。', en: 'There is no body.' },
  body_end_unclear: { zh: '没有找到页脚，正文末尾可能混入其他内容。', en: 'The end of the body is not certain.' },
  encoding_mixed: { zh: '页面混用了多种编码，请核对文字。', en: 'The page mixes encodings.' },
  encoding_unreadable: { zh: '有 {detail} 个字符无法识别。', en: '{detail} characters cannot be read.' },
  page_cut_off: { zh: '文件不完整，末尾被截断。', en: 'The file was cut off.' },
  picture_lost: { zh: '图片丢失：{detail}', en: 'A picture is lost: {detail}' },
  attachment_lost: { zh: '附件丢失：{detail}', en: 'An attachment is lost: {detail}' },
  not_public: { zh: '在原网站上没有公开。', en: 'It was not public at the other site.' },
  event_times_missing: { zh: '活动的时间、地点需要补填。', en: 'The event needs its times and its venue.' },
} as const satisfies Record<string, Phrase>

/** What was mended without doubt. */
export const IMPORT_MENDS = {
  encoding_declared_wrong: {
    zh: '页面自称编码为 {detail}，与内容不符，已按内容识别。',
    en: 'The page says {detail}, its bytes say otherwise.',
  },
  channel_repaired: { zh: '栏目名称乱码“{detail}”已修复。', en: 'The garbled section “{detail}” was repaired.' },
  text_repaired: { zh: '全文乱码已修复。', en: 'The garbled text was repaired.' },
  publisher_assumed: { zh: '未写明发布人，按“{detail}”处理。', en: 'No publisher is named; taken as {detail}.' },
} as const satisfies Record<string, Phrase>

/** A page that cannot be taken over at all. */
export const IMPORT_FAILURES = {
  page_too_large: { zh: '页面超过 8 MB，未读取。', en: 'The page is larger than 8 MB.' },
  page_empty: { zh: '文件是空的。', en: 'The file is empty.' },
  page_not_text: { zh: '不是文字页面。', en: 'This is not a page of text.' },
  article_missing: { zh: '页面里没有找到文章（缺少发布时间、浏览次数一行）。', en: 'There is no article in the page.' },
  archive_refused: { zh: '压缩包内容异常，已拒绝。', en: 'The archive was refused.' },
  address_refused: { zh: '这个地址不允许访问。', en: 'This address may not be asked.' },
  address_unreachable: { zh: '网页打不开。', en: 'The page cannot be reached.' },
  page_broken: { zh: '读取时出错，未导入。', en: 'The page could not be read.' },
} as const satisfies Record<string, Phrase>

export type ImportDoubt = keyof typeof IMPORT_DOUBTS
export type ImportMend = keyof typeof IMPORT_MENDS
export type ImportFailure = keyof typeof IMPORT_FAILURES

/** The Chinese words of a remark. */
export function importWords(
  phrases: Record<string, Phrase>,
  { code, detail = '' }: { code: string; detail?: string },
): string {
  return (phrases[code]?.zh ?? code).replace('{detail}', detail)
}
