import { useEffect } from 'react'
import { t } from './language'

/** The browser tab's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${t('内容管理', 'Content')}`
  }, [title])
}
