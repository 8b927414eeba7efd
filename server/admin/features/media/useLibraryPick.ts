import { useCallback, useRef, useState } from 'react'
import type { LibraryPicture, Media } from '../../../../shared/contract'
import { plainPicture } from './plainPicture'

/** Opens the picker and waits for what is chosen; null when it is closed without a choice. */
export function useLibraryPick() {
  const [open, setOpen] = useState(false)
  const answer = useRef<((picture: Media | null) => void) | null>(null)
  const pick = useCallback(
    () =>
      new Promise<Media | null>((resolve) => {
        answer.current?.(null)
        answer.current = resolve
        setOpen(true)
      }),
    [],
  )
  const end = (picture: Media | null) => {
    setOpen(false)
    answer.current?.(picture)
    answer.current = null
  }
  return {
    pick,
    picker: {
      open,
      onPick: (picture: LibraryPicture) => end(plainPicture(picture)),
      onClose: () => end(null),
    },
  }
}
