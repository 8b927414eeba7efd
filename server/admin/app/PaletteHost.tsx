import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import type { StaffMember } from '../../../shared/contract'
import type { Entry } from '../features/palette/entries'
import { PaletteOpening } from '../features/palette/opening'
import { Palette } from '../features/palette/Palette'
import styles from '../features/palette/Palette.module.css'
import { keepRecent, recentOf } from '../features/palette/recent'
import { t } from '../ui/language'
import { usePaletteEntries } from './usePaletteEntries'

/** The command palette over whatever is shown; Ctrl K or ⌘ K opens and closes it. */
export function PaletteHost({ staff, children }: { staff: StaffMember; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const [show] = useState(() => () => {
    // where another dialog waits for an answer, this one would hide the question
    if (document.querySelector('dialog[open], .ant-modal-wrap:not([style*="display: none"])') !== null) return
    setOpen(true)
    dialog.current?.showModal()
  })

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted =
        event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey
      if (!wanted || event.defaultPrevented) return
      event.preventDefault()
      if (dialog.current?.open === true) dialog.current.close()
      else show()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [show])

  return (
    <PaletteOpening.Provider value={show}>
      {children}
      <dialog
        ref={dialog}
        aria-label={t('查找', 'Find')}
        className={styles.dialog}
        // told a moment later: by then it may be open again
        onClose={() => setOpen(dialog.current?.open === true)}
        onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
      >
        {open && <Opened staff={staff} onDone={() => dialog.current?.close()} />}
      </dialog>
    </PaletteOpening.Provider>
  )
}

/** What the server found is worth remembering; screens and actions are always there. */
const FOUND = /^(article|picture|person)-/

function Opened({ staff, onDone }: { staff: StaffMember; onDone: () => void }) {
  const navigate = useNavigate()
  const { screens, actions } = usePaletteEntries(staff.role)
  const [recent] = useState(() => recentOf(localStorage, staff.id))
  const choose = ({ key, name, to, run }: Entry) => {
    onDone()
    run?.()
    if (to === undefined) return
    if (FOUND.test(key)) keepRecent(localStorage, staff.id, { key, name, to })
    void navigate(to)
  }
  return <Palette recent={recent} screens={screens} actions={actions} onChoose={choose} onClose={onDone} />
}
