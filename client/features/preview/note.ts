import { formatDateTime } from '../../../shared/domain/time'
import type { ShownPreview } from './usePreview'

/** Above an article that a colleague looks at; null in the frame of who writes it. */
export function noteOf({ until, isPublished }: Pick<ShownPreview, 'until' | 'isPublished'>): string | null {
  if (until === null) return null
  const state = isPublished ? '文章已发布，这里显示最新保存的内容。' : '文章尚未发布，请勿转发。'
  return `${state}预览链接 ${formatDateTime(until)} 前有效。`
}
