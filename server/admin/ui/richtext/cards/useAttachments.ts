import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { insertBlock } from '../insertBlock'

export interface AttachedFile {
  id: string
  name: string
  bytes: number
}

export interface Attaching {
  /** Names of the files that are on their way. */
  pending: string[]
  /** What was not taken, and why. */
  failures: { name: string; words: string }[]
  attach: (files: File[]) => void
  calm: () => void
}

/** Files on their way into the text; each stands at the cursor's place once it is kept. */
export function useAttachments(
  editor: Editor,
  upload: (file: File) => Promise<AttachedFile>,
  wordsFor: (error: unknown) => string,
): Attaching {
  const [pending, setPending] = useState<string[]>([])
  const [failures, setFailures] = useState<Attaching['failures']>([])

  const attach = async (files: File[]) => {
    setFailures([])
    setPending((names) => [...names, ...files.map(({ name }) => name)])
    for (const file of files) {
      try {
        const { id, name, bytes } = await upload(file)
        if (editor.isDestroyed) return
        const attrs = { file: id, name, bytes: String(bytes) }
        insertBlock(editor, { type: 'fileCard', attrs })
      } catch (error) {
        setFailures((before) => [...before, { name: file.name, words: wordsFor(error) }])
      }
      setPending((names) => names.filter((_name, index) => index !== names.indexOf(file.name)))
    }
  }
  return { pending, failures, attach: (files) => void attach(files), calm: () => setFailures([]) }
}
