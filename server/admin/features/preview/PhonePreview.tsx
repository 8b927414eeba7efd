import { Drawer, Segmented } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { PreviewMessage } from '../../../../shared/contract'
import { t } from '../../ui/language'
import { detailOf, type LiveSubject } from './livePreview'
import { useLiveBlocks } from './useLiveBlocks'
import styles from './PhonePreview.module.css'

/** What the members' app says in its frame once it listens. */
const READY = 'article-preview-ready'
const PAGE = '/pages/preview/index'

type Look = Pick<PreviewMessage, 'theme' | 'textSize'>

interface PhonePreviewProps extends LiveSubject {
  open: boolean
  onClose: () => void
}

/** The members' own app in a frame, drawing what is being written as it will draw it for members. */
export function PhonePreview({ open, onClose, form, article, channels, holdsEvents }: PhonePreviewProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const [look, setLook] = useState<Look>({ theme: 'light', textSize: 'standard' })
  const [opened] = useState(() => Date.now())
  const { blocks, problem } = useLiveBlocks(form.bodyHtml, open)
  const message = useMemo(
    (): PreviewMessage | null =>
      blocks === null
        ? null
        : {
            kind: 'article-preview',
            article: detailOf({ form, article, channels, holdsEvents }, blocks, opened),
            ...look,
          },
    [form, article, channels, holdsEvents, blocks, look, opened],
  )

  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin === window.location.origin && source === frame.current?.contentWindow && data === READY) setReady(true)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])

  useEffect(() => {
    if (ready && message !== null) frame.current?.contentWindow?.postMessage(message, window.location.origin)
  }, [ready, message])

  return (
    <Drawer
      title={t('手机预览', 'Phone preview')}
      open={open}
      size={460}
      mask={false}
      onClose={onClose}
      destroyOnHidden
      afterOpenChange={(shown) => !shown && setReady(false)}
    >
      <div className={styles.looks}>
        <Segmented<Look['theme']>
          aria-label={t('外观', 'Look')}
          value={look.theme}
          options={[
            { value: 'light', label: t('浅色', 'Light') },
            { value: 'dark', label: t('深色', 'Dark') },
          ]}
          onChange={(theme) => setLook((before) => ({ ...before, theme }))}
        />
        <Segmented<Look['textSize']>
          aria-label={t('字号', 'Text size')}
          value={look.textSize}
          options={[
            { value: 'standard', label: t('标准', 'Standard') },
            { value: 'large', label: t('大', 'Large') },
            { value: 'largest', label: t('特大', 'Largest') },
          ]}
          onChange={(textSize) => setLook((before) => ({ ...before, textSize }))}
        />
      </div>
      <p role="status" className={styles.problem}>
        {problem !== null && t(`预览没有更新：${problem}`, `Not up to date: ${problem}`)}
      </p>
      <div className={styles.phone}>
        <iframe ref={frame} className={styles.screen} src={PAGE} title={t('手机预览', 'Phone preview')} />
      </div>
    </Drawer>
  )
}
