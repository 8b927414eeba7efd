import { EditorContent, useEditor, type Editor } from '@tiptap/react'
import { useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { classes } from '../classes'
import { useLatest } from '../useLatest'
import { withoutAlignmentStyles } from './alignment'
import { writingExtensions } from './extensions'
import { FileChoosers } from './FileChoosers'
import type { Inserts } from './slash/entries'
import { SlashMenu } from './slash/SlashMenu'
import { Toolbar } from './Toolbar'
import { AttachmentNote, attachmentWords } from './cards/AttachmentNote'
import { useAttachments, type AttachedFile } from './cards/useAttachments'
import { createPictureDesk } from './pictures/pictureDesk'
import type { UploadedPicture } from './pictures/uploadedPicture'
import { useHeldPictures } from './pictures/useHeldPictures'
import { PasteNote } from './PasteNote'
import { placePictures } from './uploads'
import { t } from '../language'
import { wordCount } from './wordCount'
import './prose.css'
import styles from './RichTextEditor.module.css'

interface RichTextEditorProps {
  html: string
  /** The id of the words that say what is wrong, or none. */
  problemId: string | undefined
  onChange: (html: string) => void
  upload: (file: File) => Promise<UploadedPicture>
  /** Has the server fetch a picture of another site. */
  bring: (url: string) => Promise<UploadedPicture>
  wordsFor: (error: unknown) => string
  /** Keeps a file that goes with the article. */
  attach: (file: File) => Promise<AttachedFile>
  /** A picture that was uploaded before, as somebody chooses it; null when nobody did. */
  pickPicture: () => Promise<(UploadedPicture & { alt: string }) | null>
  /** Between the toolbar and the text: the title belongs to the page that is being written. */
  children: ReactNode
}

/** The editor gives an empty paragraph for nothing, and one more after a last table or picture, to write on. */
const htmlOf = (editor: Editor): string =>
  editor.isEmpty ? '' : editor.getHTML().replace(/(?<=<\/table>|<img[^>]*>)(?:<p><\/p>)+$/, '')

/** The writing itself with its toolbar. Uncontrolled while one writes; follows `html` when it is replaced from outside. */
export function RichTextEditor(props: RichTextEditorProps) {
  const { html, problemId, children } = props
  const latest = useLatest(props)
  const written = useRef(html)
  // what was given, and how the editor writes the same: putting everything back is then no change
  const given = useRef({ html, asWritten: html })
  const [longTables, setLongTables] = useState<number[]>([])
  const [desk] = useState(() =>
    createPictureDesk({
      upload: (file) => latest.current.upload(file),
      bring: (url) => latest.current.bring(url),
      wordsFor: (error) => latest.current.wordsFor(error),
    }),
  )
  const pictures = useRef<HTMLInputElement>(null)
  const others = useRef<HTMLInputElement>(null)
  const [video, setVideo] = useState(false)
  const inserts: Inserts = {
    picture: () => pictures.current?.click(),
    attachment: () => others.current?.click(),
    library: () => void insertKept(),
    video: () => setVideo(true),
  }
  const inserting = useLatest(inserts)
  const [extensions] = useState(() =>
    writingExtensions({ desk: () => desk, tooLong: setLongTables, inserts: () => inserting.current }),
  )
  const attributes: Record<string, string> = {
    class: 'prose',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': t('正文', 'Text'),
    ...(problemId === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': problemId }),
  }
  const editor = useEditor({
    extensions,
    content: withoutAlignmentStyles(html),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes },
    onCreate: ({ editor: fresh }) => {
      given.current.asWritten = htmlOf(fresh)
    },
    onUpdate: ({ editor: changed }) => {
      const now = htmlOf(changed)
      written.current = now === given.current.asWritten ? given.current.html : now
      latest.current.onChange(written.current)
    },
  })

  useEffect(() => {
    editor.setOptions({ editorProps: { attributes } })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the attributes follow from problemId alone
  }, [editor, problemId])

  useEffect(() => {
    if (html === written.current) return
    written.current = html
    editor.commands.setContent(withoutAlignmentStyles(html), { emitUpdate: false })
    given.current = { html, asWritten: htmlOf(editor) }
  }, [editor, html])

  const held = useHeldPictures(editor, desk)
  const attachments = useAttachments(
    editor,
    (file) => latest.current.attach(file),
    (error) => latest.current.wordsFor(error),
  )

  /** Files that are no pictures, dropped anywhere on the sheet; pictures among them go where they were dropped. */
  const dropOthers = (event: DragEvent) => {
    const files = [...event.dataTransfer.files]
    const others = files.filter((file) => !file.type.startsWith('image/'))
    if (others.length === 0) return
    attachments.attach(others)
    if (others.length === files.length) {
      event.preventDefault()
      event.stopPropagation()
    }
  }

  /** Source: WAI-ARIA Authoring Practices, "Toolbar": a key of its own from the text, and Escape back. */
  const toToolbar = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'F10' || !event.altKey) return
    event.preventDefault()
    event.currentTarget.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus()
  }

  const words = useMemo(() => wordCount(html), [html])

  async function insertKept() {
    const picked = await latest.current.pickPicture()
    if (picked === null || editor.isDestroyed) return
    const { url: src, alt, width, height } = picked
    editor.chain().focus().insertContent({ type: 'image', attrs: { src, alt, width, height } }).run()
  }

  return (
    <div className={styles.editor} onKeyDown={toToolbar}>
      <Toolbar
        editor={editor}
        held={attachmentWords(attachments) || held}
        inserts={inserts}
        video={video}
        onVideo={setVideo}
        pickCover={() => latest.current.pickPicture()}
      />
      <FileChoosers
        pictures={pictures}
        others={others}
        onPictures={(files) => placePictures(editor, files, desk)}
        onAttach={attachments.attach}
      />
      <SlashMenu editor={editor} inserts={inserts} />
      <AttachmentNote failures={attachments.failures} onClose={attachments.calm} />
      <PasteNote rows={longTables} onClose={() => setLongTables([])} />
      <div className={styles.sheet} onDropCapture={dropOthers}>
        {children}
        <EditorContent editor={editor} className={classes(styles.body, html === '' && styles.empty)} />
        <p className={styles.count}>
          <span>
            {t(
              '输入“/”插入标题、表格、图片等；按 Alt+F10 到工具栏，Esc 返回。',
              'Type “/” to insert; Alt+F10 goes to the toolbar, Esc comes back.',
            )}
          </span>
          <span>{t(`共 ${words} 字`, `${words} words`)}</span>
        </p>
      </div>
    </div>
  )
}
