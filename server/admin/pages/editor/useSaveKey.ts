import { useEffect } from 'react'
import { useLatest } from '../../ui/useLatest'

/** Ctrl+S, or ⌘S, saves instead of letting the browser keep the page as a file. */
export function useSaveKey(save: () => void): void {
  const latest = useLatest(save)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      if (!event.repeat) latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [latest])
}
