import type { Editor } from '@tiptap/react'
import type { ReactNode } from 'react'
import type { Phrase } from '../../../../../shared/phrases'
import * as icons from '../../icons'

/** What is put into a text from outside it: by choosing a file, a kept picture, or an address. */
export interface Inserts {
  picture: () => void
  library: () => void
  attachment: () => void
  video: () => void
}

export interface SlashEntry {
  id: string
  name: Phrase
  /** Pinyin, its initials and other words by which it is found. The first is shown beside it. */
  keys: readonly string[]
  icon: () => ReactNode
  run: (editor: Editor, inserts: Inserts) => void
  /** Not offered inside a table. */
  notInTable?: true
}

const heading = (level: 2 | 3 | 4) => (editor: Editor) => void editor.chain().focus().setHeading({ level }).run()

export const ENTRIES: readonly SlashEntry[] = [
  {
    id: 'heading-1',
    name: { zh: '一级标题', en: 'Heading 1' },
    keys: ['bt', 'yjbt', 'yijibiaoti', 'biaoti', 'h1'],
    icon: icons.Heading,
    run: heading(2),
  },
  {
    id: 'heading-2',
    name: { zh: '二级标题', en: 'Heading 2' },
    keys: ['ejbt', 'erjibiaoti', 'bt', 'biaoti', 'h2'],
    icon: icons.Heading,
    run: heading(3),
  },
  {
    id: 'heading-3',
    name: { zh: '三级标题', en: 'Heading 3' },
    keys: ['sjbt', 'sanjibiaoti', 'bt', 'biaoti', 'h3'],
    icon: icons.Heading,
    run: heading(4),
  },
  {
    id: 'bullets',
    name: { zh: '项目列表', en: 'Bullet list' },
    keys: ['lb', 'xmlb', 'xiangmuliebiao', 'liebiao', 'ul'],
    icon: icons.Bullets,
    run: (editor) => void editor.chain().focus().toggleBulletList().run(),
  },
  {
    id: 'numbers',
    name: { zh: '编号列表', en: 'Numbered list' },
    keys: ['bhlb', 'bianhaoliebiao', 'lb', 'liebiao', 'ol'],
    icon: icons.Numbers,
    run: (editor) => void editor.chain().focus().toggleOrderedList().run(),
  },
  {
    id: 'quote',
    name: { zh: '引用', en: 'Quote' },
    keys: ['yy', 'yinyong'],
    icon: icons.Quote,
    run: (editor) => void editor.chain().focus().toggleBlockquote().run(),
  },
  {
    id: 'table',
    name: { zh: '表格', en: 'Table' },
    keys: ['bg', 'biaoge'],
    icon: icons.Table,
    run: (editor) => void editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    notInTable: true,
  },
  {
    id: 'line',
    name: { zh: '分隔线', en: 'Line' },
    keys: ['fgx', 'fengexian', 'hr', 'divider'],
    icon: icons.Divider,
    run: (editor) => void editor.chain().focus().setHorizontalRule().run(),
  },
  {
    id: 'picture',
    name: { zh: '图片', en: 'Picture' },
    keys: ['tp', 'tupian', 'image', 'photo'],
    icon: icons.Picture,
    run: (_editor, inserts) => inserts.picture(),
  },
  {
    id: 'library',
    name: { zh: '图片库', en: 'Picture library' },
    keys: ['tpk', 'tupianku', 'image'],
    icon: icons.Pictures,
    run: (_editor, inserts) => inserts.library(),
  },
  {
    id: 'video',
    name: { zh: '视频链接', en: 'Video link' },
    keys: ['sp', 'splj', 'shipinlianjie'],
    icon: icons.Video,
    run: (_editor, inserts) => inserts.video(),
  },
  {
    id: 'attachment',
    name: { zh: '附件', en: 'Attachment' },
    keys: ['fj', 'fujian', 'file'],
    icon: icons.Clip,
    run: (_editor, inserts) => inserts.attachment(),
  },
]

/** Input methods write an apostrophe between the syllables of what is not chosen yet. */
const plain = (text: string): string => text.toLowerCase().replace(/['’]/g, '')

/** Entries that what was typed may mean: by Chinese, by pinyin or its initials, by the beginning of an English word. */
export function matching(query: string, inTable: boolean): SlashEntry[] {
  const typed = plain(query)
  const offered = ENTRIES.filter(({ notInTable }) => !(inTable && notInTable))
  if (typed === '') return offered
  return offered.filter(
    ({ name, keys }) =>
      name.zh.includes(typed) ||
      keys.some((key) => key.startsWith(typed)) ||
      ` ${plain(name.en)}`.includes(` ${typed}`) ||
      plain(name.en).replace(/ /g, '').startsWith(typed),
  )
}
