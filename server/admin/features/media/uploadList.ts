import { t } from '../../ui/language'

/** One file on its way into the library. */
export interface UploadItem {
  key: string
  name: string
  state: 'waiting' | 'sending' | 'kept' | 'failed'
  /** Why it failed. */
  problem?: string
}

export type UploadMove =
  | { type: 'add'; items: { key: string; name: string }[] }
  | { type: 'sending' | 'kept'; key: string }
  | { type: 'failed'; key: string; problem: string }
  | { type: 'clear' }

/** What has happened to the files that were chosen; an addition while nothing is under way begins a new list. */
export function uploadList(items: UploadItem[], move: UploadMove): UploadItem[] {
  switch (move.type) {
    case 'add': {
      const kept = isBusy(items) ? items : []
      return [...kept, ...move.items.map((item) => ({ ...item, state: 'waiting' as const }))]
    }
    case 'clear':
      return isBusy(items) ? items : []
    case 'failed':
      return items.map((item) => (item.key === move.key ? { ...item, state: 'failed', problem: move.problem } : item))
    default:
      return items.map((item) => (item.key === move.key ? { ...item, state: move.type } : item))
  }
}

export const isBusy = (items: UploadItem[]): boolean =>
  items.some(({ state }) => state === 'waiting' || state === 'sending')

/** `已保存 19 张，1 张未能保存`, or how far it has come. */
export function uploadWords(items: UploadItem[]): string {
  const count = (state: UploadItem['state']) => items.filter((item) => item.state === state).length
  const done = count('kept') + count('failed')
  if (done < items.length)
    return t(`正在上传，已完成 ${done}/${items.length} 张`, `Uploading, ${done} of ${items.length} done`)
  return count('failed') === 0
    ? t(`已保存 ${done} 张图片`, `${done} pictures kept`)
    : t(`已保存 ${count('kept')} 张，${count('failed')} 张未能保存`, `${count('kept')} kept, ${count('failed')} not`)
}
