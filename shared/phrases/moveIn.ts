import type { ErrorPhrase } from './errorPhrase'
import type { Phrase } from './statuses'

/** Why a file as a whole could not be read. */
export const MOVE_IN_FAULTS = {
  archive_refused: {
    zh: '压缩包解开后过大，或内容异常，已拒绝。',
    en: 'The archive would unpack to more than a site has, and was refused.',
  },
  archive_unknown: {
    zh: '不是本系统的归档，或由更新的版本导出。',
    en: 'This is no archive of ours, or one of a newer version.',
  },
  columns_unknown: {
    zh: '没有认出表格的“标题”和“正文”两列，请指明各列的表头后重新检查。',
    en: 'No column for titles or bodies was found: name the heads and check again.',
  },
  pages_many: {
    zh: '页面过多或过大，请分成几个文件上传，或请技术人员用命令行导入。',
    en: 'There are too many or too large pages: split the file, or use the command line.',
  },
  file_broken: { zh: '文件已损坏，或与它的扩展名不符。', en: 'The file is broken, or not what its name says.' },
} as const satisfies Record<string, Phrase>

export type MoveInFault = keyof typeof MOVE_IN_FAULTS

export const MOVE_IN_ERRORS = {
  move_in_type: {
    status: 415,
    zh: '请上传 zip、html、txt、WordPress 导出（xml、wxr）、RSS、Atom、CSV 或 XLSX 文件。',
    en: 'Only zip, HTML, text, WordPress, RSS, Atom, CSV and XLSX files can be moved in.',
  },
  move_in_busy: {
    status: 409,
    zh: '另一个文件还没有处理完，请先完成或放弃它。',
    en: 'Another file is on its way; finish it or throw it away first.',
  },
  move_in_working: { status: 409, zh: '正在处理，请稍候。', en: 'It is being worked on.' },
  move_in_state: {
    status: 409,
    zh: '当前步骤不能这样做，请刷新页面看看最新进度。',
    en: 'It is not at a step that allows this.',
  },
  move_in_not_found: {
    status: 404,
    zh: '这次搬迁已经结束或被放弃，请刷新页面。',
    en: 'This file is no longer here.',
  },
  doubtful_not_found: {
    status: 404,
    zh: '这一页已经处理过，或草稿已被删除，请刷新列表。',
    en: 'This page has been seen to, or its draft was deleted.',
  },
  doubtful_time_future: {
    status: 422,
    zh: '发布时间在将来，请先改正时间再接受。',
    en: 'Its time is in the future; put it right first.',
  },
} as const satisfies Record<string, ErrorPhrase>
