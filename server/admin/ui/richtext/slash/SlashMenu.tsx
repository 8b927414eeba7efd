import { useEditorState, type Editor } from '@tiptap/react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { classes } from '../../classes'
import { t } from '../../language'
import type { Inserts } from './entries'
import { optionId, SLASH_LIST, slashKey } from './slash'
import styles from './SlashMenu.module.css'

const GAP = 6

/** Below the line of the slash, above it where there is no room. */
function place(menu: HTMLElement, editor: Editor, at: number): void {
  const { left, top, bottom } = editor.view.coordsAtPos(Math.min(at, editor.state.doc.content.size))
  const { offsetHeight: height, offsetWidth: width } = menu
  const below = bottom + GAP
  const fits = below + height <= window.innerHeight || top < height + GAP
  menu.style.top = `${fits ? below : top - GAP - height}px`
  menu.style.left = `${Math.max(GAP, Math.min(left, window.innerWidth - width - GAP))}px`
}

/** What can be inserted where the slash stands. The focus stays in the text, which says what is chosen. */
export function SlashMenu({ editor, inserts }: { editor: Editor; inserts: Inserts }) {
  const open = useEditorState({ editor, selector: ({ editor: now }) => slashKey.getState(now.state)?.open ?? null })
  const menu = useRef<HTMLDivElement>(null)
  const from = open?.from ?? null

  useLayoutEffect(() => {
    if (menu.current !== null && from !== null) place(menu.current, editor, from)
  })
  useEffect(() => {
    if (from === null) return undefined
    const follow = () => {
      if (menu.current !== null) place(menu.current, editor, from)
    }
    // whichever box scrolls
    window.addEventListener('scroll', follow, true)
    window.addEventListener('resize', follow)
    return () => {
      window.removeEventListener('scroll', follow, true)
      window.removeEventListener('resize', follow)
    }
  }, [editor, from])
  useEffect(() => {
    menu.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [open?.active])

  const count = open?.shown.length ?? 0
  const words =
    open === null
      ? ''
      : count === 0
        ? t('没有匹配的项目', 'Nothing matches')
        : t(`插入菜单，共 ${count} 项，按上下键选择`, `Insert menu, ${count} entries, choose with the arrow keys`)
  return (
    <>
      <p role="status" className="visually-hidden">
        {words}
      </p>
      {open !== null && (
        <div ref={menu} className={styles.menu}>
          {count === 0 && <p className={styles.none}>{t('没有匹配的项目', 'Nothing matches')}</p>}
          <div id={SLASH_LIST} role="listbox" aria-label={t('插入', 'Insert')} hidden={count === 0}>
            {open.shown.map((entry, at) => (
              <div
                key={entry.id}
                id={optionId(entry)}
                role="option"
                aria-selected={at === open.active}
                className={classes(styles.option, at === open.active && styles.active)}
                // the text keeps its cursor
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  editor.chain().focus().deleteRange({ from: open.from, to: open.to }).run()
                  entry.run(editor, inserts)
                }}
              >
                <entry.icon />
                <span className={styles.name}>{t(entry.name)}</span>
                <kbd aria-hidden="true" className={styles.key}>
                  {entry.keys[0]}
                </kbd>
              </div>
            ))}
          </div>
        </div>
      )}
    </>
  )
}
