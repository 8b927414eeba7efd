import type { Media } from '../../../shared/contract'
import type { Clock } from '../../kernel/clock'
import { newId } from '../../kernel/ids'
import type { KeptPicture, MediaStore, Uploads } from './ports'
import { reencode } from './reencode'

export interface MediaDeps {
  media: MediaStore
  uploads: Uploads
  clock: Clock
}

export interface KeepPictureCommand {
  /** A file that was received whole. */
  path: string
  alt: string
  /** Null: sample content, kept by nobody. */
  staffId: string | null
  address: string
}

/** Keeps a picture; on any failure nothing of it stays. */
export async function keepPicture(
  { media, uploads, clock }: MediaDeps,
  command: KeepPictureCommand,
): Promise<KeptPicture> {
  const { content, width, height } = await reencode(command.path)
  const id = newId()
  const file = `${id}.webp`
  const { alt, staffId, address } = command
  const about = { id, file, mime: 'image/webp', width, height, bytes: content.length, alt }
  const picture: KeptPicture = { ...about, createdAt: clock.now(), createdBy: staffId ?? '' }
  await uploads.keep(file, content)
  try {
    await media.add(picture, { staffId, address })
  } catch (error) {
    await uploads.remove(file)
    throw error
  }
  return picture
}

export const presentMedia = ({ id, file, width, height, alt, createdAt }: KeptPicture): Media => ({
  id,
  url: `/uploads/${file}`,
  width,
  height,
  alt,
  createdAt: new Date(createdAt).toISOString(),
})
