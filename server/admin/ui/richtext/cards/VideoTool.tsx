import type { Editor } from '@tiptap/react'
import { Button, Input, Popover } from 'antd'
import { useState, type FormEvent } from 'react'
import { Field } from '../../Field'
import { Video } from '../../icons'
import { t } from '../../language'
import { insertBlock } from '../insertBlock'
import styles from '../Toolbar.module.css'

const TITLE_MAX = 60

/** The first https address in what was pasted: sites put a title and words around theirs when a video is shared. */
export const videoAddress = (typed: string): string | null => {
  const found = /https:\/\/[^\s"'<>，。；）】]+/i.exec(typed)?.[0] ?? null
  try {
    return found !== null && new URL(found).hostname.includes('.') && found.length <= 500 ? found : null
  } catch {
    return null
  }
}

interface VideoToolProps {
  editor: Editor
  open: boolean
  onOpen: (open: boolean) => void
  /** A picture that was uploaded before, as somebody chooses it; null when nobody did. */
  pickCover: () => Promise<{ url: string } | null>
}

/** Puts a card with a video's link into the text: its address, its title and, if wanted, a picture. */
export function VideoTool({ editor, open, onOpen, pickCover }: VideoToolProps) {
  const [address, setAddress] = useState('')
  const [title, setTitle] = useState('')
  const [cover, setCover] = useState('')
  const [tried, setTried] = useState(false)
  const [picking, setPicking] = useState(false)
  const video = videoAddress(address)
  const wrongAddress =
    tried && video === null
      ? t('请粘贴以 https 开头的视频网页地址。', 'Paste an address that begins with https.')
      : undefined
  const wrongTitle = tried && title.trim() === '' ? t('请填写视频标题。', 'Write the title.') : undefined

  const show = (next: boolean) => {
    // the library opens over the page: that is not leaving
    if (picking) return
    onOpen(next)
    setTried(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (video === null || title.trim() === '') return
    insertBlock(editor, { type: 'videoCard', attrs: { video, title: title.trim(), cover } })
    onOpen(false)
    editor.commands.focus()
    setTried(false)
    setAddress('')
    setTitle('')
    setCover('')
  }
  const choose = async () => {
    setPicking(true)
    const picked = await pickCover()
    setPicking(false)
    if (picked !== null) setCover(picked.url)
  }

  return (
    <Popover
      trigger="click"
      placement="bottom"
      open={open}
      destroyOnHidden
      onOpenChange={show}
      content={
        <form
          className={styles.video}
          onSubmit={submit}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            onOpen(false)
            editor.commands.focus()
          }}
          noValidate
        >
          <Field
            label={t('视频地址', 'Video address')}
            hint={t('腾讯视频、视频号、哔哩哔哩等网页的地址', 'A page of Tencent Video, Channels, Bilibili and others')}
            error={wrongAddress}
          >
            {(control) => (
              <Input {...control} autoFocus value={address} onChange={(event) => setAddress(event.target.value)} />
            )}
          </Field>
          <Field label={t('视频标题', 'Title')} error={wrongTitle}>
            {(control) => (
              <Input
                {...control}
                maxLength={TITLE_MAX}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
          {cover !== '' && <img className={styles.videoCover} src={cover} alt={t('视频封面', 'Cover of the video')} />}
          <div className={styles.linkButtons}>
            <Button onClick={() => void choose()}>{t('选择封面', 'Choose a cover')}</Button>
            <Button type="primary" htmlType="submit">
              {t('插入视频', 'Insert')}
            </Button>
          </div>
        </form>
      }
    >
      <button
        type="button"
        className={styles.tool}
        aria-label={t('插入视频链接', 'Insert a video link')}
        title={t('插入视频链接', 'Insert a video link')}
      >
        <Video />
      </button>
    </Popover>
  )
}
