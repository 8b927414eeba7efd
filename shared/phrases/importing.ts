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
  picture_unreadable: { zh: '不是能读取的图片：{detail}', en: 'Not a picture that can be read: {detail}' },
  attachment_lost: { zh: '附件丢失：{detail}', en: 'An attachment is lost: {detail}' },
  attachment_refused: {
    zh: '附件的类型不能保存（只收 PDF、Word、Excel、PowerPoint 和 ZIP，不收宏和程序）：{detail}',
    en: 'An attachment of a kind that is not kept: {detail}',
  },
  file_too_large: { zh: '超过 20 MB，没有带过来：{detail}', en: 'Larger than 20 MB, not brought over: {detail}' },
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
  page_tangled: { zh: '页面的标记过多，无法识别。', en: 'The page has too many marks to be read.' },
  channel_gone: { zh: '归档里的栏目在这里不存在，没有导入。', en: 'Its channel is not here; it was not put back.' },
  page_empty: { zh: '文件是空的。', en: 'The file is empty.' },
  page_not_text: { zh: '不是文字页面。', en: 'This is not a page of text.' },
  article_missing: { zh: '页面里没有找到文章（缺少发布时间、浏览次数一行）。', en: 'There is no article in the page.' },
  archive_refused: {
    zh: '压缩包解开后过大或压缩比异常，已拒绝，里面的文件都没有读取。',
    en: 'The archive would unpack to more than any site has, and was refused.',
  },
  archive_broken: { zh: '压缩包不完整或已损坏，无法打开。', en: 'The archive is cut off or damaged.' },
  archive_unknown: {
    zh: '不是本系统的归档，或由更新的版本导出。',
    en: 'Not an archive of ours, or one of a newer version.',
  },
  columns_missing: {
    zh: '表格缺少“标题”或“正文”列，请用 --columns 指明。',
    en: 'The table has no column for the title or the body.',
  },
  entry_broken: { zh: '压缩包里的这个文件已损坏，未读取。', en: 'This file of the archive is damaged.' },
  name_refused: {
    zh: '文件名想指到文件夹以外（含 ..、盘符、开头的斜杠等），未读取。',
    en: 'The name leads out of its folder; not read.',
  },
  name_twice: { zh: '压缩包里有两个同名文件，只读取第一个。', en: 'Two files have this name; the first is read.' },
  link_refused: { zh: '是指向别处的链接，未读取。', en: 'It is a link to somewhere else; not read.' },
  folder_unreadable: { zh: '文件夹打不开，里面的网页没有读取。', en: 'The folder cannot be opened.' },
  source_broken: { zh: '读到一半出错，后面的内容没有读取。', en: 'Reading broke off; what follows was not read.' },
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
