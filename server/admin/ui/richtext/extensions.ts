import { Table, TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { TextAlignment } from './alignment'
import { Picture } from './picture'
import { FileCard, VideoCard } from './cards/cards'
import { HeldPicture } from './pictures/heldPicture'
import { Slash, type SlashOptions } from './slash/slash'
import { Uploads, type UploadOptions } from './uploads'

/** A table without the widths that TipTap writes as styles: phones fit the columns themselves. */
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]] }).configure({ resizable: false })

/** What an article may hold: exactly what readers' phones can draw (`shared/domain/blocks`). */
export const articleExtensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    codeBlock: false,
    link: {
      openOnClick: false,
      autolink: true,
      linkOnPaste: true,
      defaultProtocol: 'https',
      HTMLAttributes: { target: null, rel: null, class: null },
    },
    dropcursor: { color: 'var(--sea)', width: 2 },
  }),
  TableKit.configure({ table: false }),
  PlainTable,
  Picture,
  FileCard,
  VideoCard,
  TextAlignment,
]

export const writingExtensions = (options: UploadOptions & SlashOptions) => [
  ...articleExtensions,
  HeldPicture.configure({ desk: options.desk }),
  Uploads.configure({ desk: options.desk, tooLong: options.tooLong }),
  Slash.configure({ inserts: options.inserts }),
]
