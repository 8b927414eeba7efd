import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { t } from '../../ui/language'
import styles from './MoveIn.module.css'

/** Characters that the server tells of a text. */
const SHOWN = 4_000

/** Above what is sought, pixels. */
const MARGIN = 48

interface WordsProps {
  name: string
  text: string
  none: string
  /** What the eye is led to: an old page begins with much that is no article. */
  seek?: string
}

function Words({ name, text, none, seek = '' }: WordsProps) {
  const box = useRef<HTMLPreElement>(null)
  const sought = useRef<HTMLElement>(null)
  const at = seek === '' ? -1 : text.indexOf(seek)
  useLayoutEffect(() => {
    if (box.current !== null && sought.current !== null) box.current.scrollTop = sought.current.offsetTop - MARGIN
  }, [at])
  return (
    <section className={styles.side}>
      <h3>{name}</h3>
      {/* scrolls by the keyboard too */}
      <pre ref={box} className={styles.words} tabIndex={0} lang="zh-CN" aria-label={name}>
        {at < 0 ? (
          text || none
        ) : (
          <>
            {text.slice(0, at)}
            <b ref={sought}>{seek}</b>
            {text.slice(at + seek.length)}
          </>
        )}
      </pre>
      {text.length >= SHOWN && (
        <p className={styles.soft}>{t('只显示开头 4000 字。', 'Only the first 4000 characters are shown.')}</p>
      )}
    </section>
  )
}

interface SidesProps {
  /** Null: none was kept. */
  original: string | null
  title: string
  text: string
  /** Below the text that was taken over. */
  children?: ReactNode
}

/** What a reader of the old page saw, beside what was made of it: words, never markup. */
export function Sides({ original, title, text, children }: SidesProps) {
  return (
    <div className={styles.sides}>
      <Words
        name={t('原页面', 'The old page')}
        text={original ?? ''}
        seek={title}
        none={
          original === null
            ? t('导入得较早，没有留下原页面。', 'It was taken over before old pages were kept.')
            : t('（空）', '(empty)')
        }
      />
      <div className={styles.side}>
        <Words name={t('识别出的正文', 'The text that was found')} text={text} none={t('（空）', '(empty)')} />
        {children}
      </div>
    </div>
  )
}
