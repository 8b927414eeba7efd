import type { PreviewMessage } from '../../shared/contract'

/** What the frame says once it listens; the admin knows the same word. */
const READY = 'article-preview-ready'

/** A link's token stands behind `#`, so that no log on the way has it; '' in the frame of the editor. */
export const previewToken = (): string => window.location.hash.slice(1)

const isMessage = (data: unknown): data is PreviewMessage =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'article-preview'

/** Hears what the editor around this frame sends, of this very site alone, until the returned function is called. */
export function watchFrame(show: (message: PreviewMessage) => void): () => void {
  const hear = (event: MessageEvent<unknown>): void => {
    if (event.origin !== window.location.origin || event.source !== window.parent) return
    if (isMessage(event.data)) show(event.data)
  }
  window.addEventListener('message', hear)
  if (window.parent !== window) window.parent.postMessage(READY, window.location.origin)
  return () => window.removeEventListener('message', hear)
}
