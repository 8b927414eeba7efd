import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useReducer } from 'react'
import { ERRORS } from '../../../../shared/phrases'
import { uploadFile } from '../../api/call'
import { wordsFor } from '../../api/errors'
import { isBusy, uploadList } from './uploadList'
import { t } from '../../ui/language'

const MAX_BYTES = 20 * 1024 * 1024
const TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']
/** The server works on two pictures at once. */
const AT_ONCE = 2

/** What can be told of a file before it is sent; the server looks again. */
function problemOf(file: File): string | null {
  if (/\.hei[cf]$/i.test(file.name)) return t(ERRORS.media_heic)
  if (!TYPES.includes(file.type)) return t(ERRORS.media_type)
  return file.size > MAX_BYTES ? t(ERRORS.media_too_large) : null
}

/** Many files into the library, two at a time; one that fails holds up no other. */
export function useUploads() {
  const client = useQueryClient()
  const [items, tell] = useReducer(uploadList, [])
  const busy = isBusy(items)

  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])

  const add = useCallback(
    async (files: File[]) => {
      const line = files.map((file) => ({ key: crypto.randomUUID(), file }))
      tell({ type: 'add', items: line.map(({ key, file }) => ({ key, name: file.name })) })
      const send = async () => {
        for (let next = line.shift(); next !== undefined; next = line.shift()) {
          const { key, file } = next
          tell({ type: 'sending', key })
          const problem = problemOf(file)
          try {
            if (problem === null) await uploadFile(file)
            tell(problem === null ? { type: 'kept', key } : { type: 'failed', key, problem })
          } catch (error) {
            tell({ type: 'failed', key, problem: wordsFor(error) })
          }
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, send))
      await client.invalidateQueries({ queryKey: ['media', 'list'] })
    },
    [client],
  )
  return { items, busy, add, clear: () => tell({ type: 'clear' }) }
}
