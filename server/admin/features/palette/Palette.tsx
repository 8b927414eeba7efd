import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { wordsFor } from '../../api/errors'
import { Close, Search } from '../../ui/icons'
import { t } from '../../ui/language'
import { foundGroups, matching, type Entry, type Group } from './entries'
import { PaletteList } from './PaletteList'
import styles from './Palette.module.css'
import { finderQuery } from './queries'

interface PaletteProps {
  /** What is known without asking the server: recent things, screens, actions. */
  recent: Entry[]
  screens: Entry[]
  actions: Entry[]
  onChoose: (entry: Entry) => void
  onClose: () => void
}

/** So long nothing is asked after a letter: a word is typed in one go. */
const PAUSE_MS = 150
const LONGEST = 60

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

/** One field for everything: what is typed is sought, the arrows choose, Enter goes there. */
export function Palette({ recent, screens, actions, onChoose, onClose }: PaletteProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [pointed, setPointed] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const q = useSettled(typed.trim())
  const found = useQuery(finderQuery(q))
  const empty = typed.trim() === ''

  const groups: Group[] = [
    ...(empty ? [{ key: 'recent', name: t('最近打开', 'Recent'), entries: recent }] : []),
    ...(empty || found.data === undefined ? [] : foundGroups(found.data)),
    { key: 'actions', name: t('操作', 'Actions'), entries: matching(actions, typed) },
    { key: 'screens', name: t('页面', 'Pages'), entries: matching(screens, typed) },
  ].filter(({ entries }) => entries.length > 0)
  const entries = groups.flatMap((group) => group.entries)
  const active = entries.find(({ key }) => key === pointed) ?? entries[0]
  const optionId = (key: string) => `${id}-${key}`
  const busy = !empty && (q !== typed.trim() || found.isFetching)

  const point = (key: string | undefined) => {
    setPointed(key)
    if (key !== undefined) document.getElementById(optionId(key))?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active === undefined ? -1 : entries.indexOf(active)
    const places: Record<string, number> = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at - 1 + entries.length) % entries.length,
      PageDown: Math.min(entries.length - 1, at + 8),
      PageUp: Math.max(0, at - 8),
    }
    const next = places[event.key]
    if (next !== undefined && entries.length > 0) {
      event.preventDefault()
      point(entries[next]?.key)
    }
    // Enter also ends a word that is being composed; only the other kind goes on
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && active !== undefined) {
      event.preventDefault()
      onChoose(active)
    }
  }

  const nothing = !empty && !busy && found.error === null && entries.length === 0
  const said = busy
    ? t('正在查找', 'Searching')
    : nothing
      ? t('没有找到', 'Nothing found')
      : t(`${entries.length} 项结果，用上下箭头选择`, `${entries.length} results, choose with the arrow keys`)
  return (
    <div className={styles.palette}>
      <div className={styles.field}>
        <Search />
        <input
          ref={field}
          role="combobox"
          aria-label={t('查找文章、图片、页面和操作', 'Find articles, pictures, pages and actions')}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active === undefined ? undefined : optionId(active.key)}
          placeholder={t('查找文章、图片、页面和操作', 'Find articles, pictures, pages and actions')}
          autoComplete="off"
          spellCheck={false}
          maxLength={LONGEST}
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setPointed(undefined)
          }}
          onKeyDown={onKeyDown}
        />
        <Button
          type="text"
          aria-label={t('关闭', 'Close')}
          aria-keyshortcuts="Escape"
          icon={<Close />}
          onClick={onClose}
        />
      </div>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {!empty && found.error !== null && (
        <div role="alert" className={styles.problem}>
          <span>{wordsFor(found.error)}</span>
          <Button size="small" onClick={() => void found.refetch().then(() => field.current?.focus())}>
            {t('重试', 'Try again')}
          </Button>
        </div>
      )}
      {nothing && (
        <p className={styles.nothing}>
          {t('没有找到。换个词试试，或只输入其中两个字。', 'Nothing found. Try another word, or a part of it.')}
        </p>
      )}
      <PaletteList
        id={`${id}-list`}
        name={t('结果', 'Results')}
        groups={groups}
        active={active?.key}
        optionId={optionId}
        onPoint={setPointed}
        onChoose={onChoose}
      />
    </div>
  )
}
