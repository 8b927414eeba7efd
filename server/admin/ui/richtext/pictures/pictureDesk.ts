import { t } from '../../language'
import type { UploadedPicture } from './uploadedPicture'

/** A picture that belongs into the text and is not in our storage yet. */
export interface HeldPicture {
  key: string
  /** As staff would call it. */
  name: string
  /** What is to be uploaded; null: the server fetches `origin`. */
  file: File | null
  /** The file's address in this browser, to be seen while it is on its way. */
  preview: string | null
  origin: string | null
  state: 'waiting' | 'working' | 'failed'
  /** Why it failed. */
  words: string
}

export interface PictureWays {
  upload: (file: File) => Promise<UploadedPicture>
  /** Has the server fetch a picture of another site. */
  bring: (url: string) => Promise<UploadedPicture>
  wordsFor: (error: unknown) => string
}

/** The server works on two pictures at once. */
const AT_ONCE = 2
const previewOf = (file: File | null): string | null => (file === null ? null : URL.createObjectURL(file))
const notHandedOver = (): string =>
  t(
    '它没有随文字一起复制过来。请点“选择图片”，或把图片文件拖到正文里。',
    'It was not copied with the text. Choose the picture, or drag its file into the text.',
  )

/** `randomUUID` is there in secure contexts only; an office may reach its server by plain HTTP. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Where the pictures of one editor wait, work and fail; the text holds a place for each by its key. */
export function createPictureDesk(ways: PictureWays) {
  const held = new Map<string, HeldPicture>()
  const line: string[] = []
  const listeners = new Set<() => void>()
  let batch = { done: 0, total: 0 }
  let working = 0
  let kept: (key: string, picture: UploadedPicture) => void = () => undefined

  const tell = (key: string, part: Partial<HeldPicture>) => {
    const before = held.get(key)
    if (before !== undefined) held.set(key, { ...before, ...part })
    for (const listener of listeners) listener()
  }
  const failed = (key: string, words: string) => tell(key, { state: 'failed', words })

  async function work(key: string): Promise<void> {
    const picture = held.get(key)
    if (picture === undefined) return
    tell(key, { state: 'working' })
    try {
      const { file, origin } = picture
      if (file === null && origin === null) return failed(key, notHandedOver())
      const answer = file !== null ? await ways.upload(file) : await ways.bring(origin ?? '')
      kept(key, answer)
      held.delete(key)
      if (picture.preview !== null) URL.revokeObjectURL(picture.preview)
    } catch (error) {
      failed(key, ways.wordsFor(error))
    }
  }

  async function next(): Promise<void> {
    if (working >= AT_ONCE) return
    const key = line.shift()
    if (key === undefined) return
    working += 1
    await work(key)
    working -= 1
    batch = { ...batch, done: batch.done + 1 }
    if (working === 0 && line.length === 0) batch = { done: 0, total: 0 }
    for (const listener of listeners) listener()
    void next()
  }

  function begin(key: string): void {
    batch = { ...batch, total: batch.total + 1 }
    line.push(key)
    tell(key, { state: 'waiting', words: '' })
    void next()
  }

  return {
    find: (key: string): HeldPicture | null => held.get(key) ?? null,
    /** Takes a picture on; it is begun once the text holds its place. */
    hold({ name, file = null, origin = null }: { name: string; file?: File | null; origin?: string | null }): string {
      const key = newKey()
      held.set(key, { key, name, file, origin, preview: previewOf(file), state: 'waiting', words: '' })
      return key
    },
    /** A place was seen in the text. What this desk does not know comes from an earlier visit. */
    seen(key: string, name: string, origin: string | null): void {
      const known = held.get(key)
      if (known !== undefined) {
        const begun = known.state !== 'waiting' || line.includes(key)
        if (!begun) begin(key)
        return
      }
      held.set(key, { key, name, file: null, preview: null, origin, state: 'waiting', words: '' })
      if (origin === null) failed(key, notHandedOver())
      else begin(key)
    },
    retry: begin,
    /** Somebody chose the picture's file by hand. */
    give(key: string, file: File): void {
      const before = held.get(key)?.preview ?? null
      if (before !== null) URL.revokeObjectURL(before)
      tell(key, { file, preview: previewOf(file), name: file.name })
      begin(key)
    },
    batch: () => batch,
    onKept(listener: typeof kept): void {
      kept = listener
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type PictureDesk = ReturnType<typeof createPictureDesk>
