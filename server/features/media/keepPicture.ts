import type { Media } from '../../../shared/contract'
import { variantFile } from '../../../shared/domain/pictureVariants'
import type { Clock } from '../../kernel/clock'
import { newId } from '../../kernel/ids'
import { pictureName } from './pictureName'
import type { KeptPicture, MediaStore, Uploads } from './ports'
import { reencode } from './reencode'
import { keepVariants, removeVariants } from './variants'
import type { Workshop } from './workshop'

export interface MediaDeps {
  media: MediaStore
  uploads: Uploads
  workshop: Workshop
  clock: Clock
}

export interface KeepPictureCommand {
  /** A file that was received whole. */
  path: string
  /** As its owner calls it. */
  name: string
  alt: string
  /** Null: sample content, kept by nobody. */
  staffId: string | null
  address: string
}

/** Keeps a picture with its smaller variants; on any failure nothing of it stays. */
export function keepPicture(deps: MediaDeps, command: KeepPictureCommand): Promise<KeptPicture> {
  return deps.workshop.run(() => keep(deps, command))
}

async function keep({ media, uploads, clock }: MediaDeps, command: KeepPictureCommand): Promise<KeptPicture> {
  const { content, width, height } = await reencode(command.path)
  const id = newId()
  const file = `${id}.webp`
  const { alt, staffId, address } = command
  const about = { id, file, mime: 'image/webp', width, height, bytes: content.length, alt, hasVariants: true }
  const name = pictureName(command.name)
  const picture: KeptPicture = { ...about, name, createdAt: clock.now(), createdBy: staffId ?? '' }
  await keepVariants(uploads, file, content)
  try {
    await uploads.keep(file, content)
    await media.add(picture, { staffId, address })
  } catch (error) {
    // What went wrong first is what is told, also when the storage is what went wrong.
    await Promise.allSettled([uploads.remove(file), removeVariants(uploads, file)])
    throw error
  }
  return picture
}

export const presentMedia = ({ id, file, width, height, alt, createdAt, hasVariants }: KeptPicture): Media => ({
  id,
  url: `/uploads/${file}`,
  width,
  height,
  alt,
  ...(hasVariants ? { small: `/uploads/${variantFile(file, 'small')}` } : {}),
  createdAt: new Date(createdAt).toISOString(),
})
