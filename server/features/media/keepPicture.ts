import type { Media } from '../../../shared/contract'
import { focusWithin } from '../../../shared/domain/pictureCut'
import { variantFile } from '../../../shared/domain/pictureVariants'
import type { Clock } from '../../kernel/clock'
import { newId } from '../../kernel/ids'
import { pictureName } from './pictureName'
import type { KeptCut, KeptPicture, MediaStore, Uploads } from './ports'
import { reencode, type Reencoded } from './reencode'
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
  /** Absent: a new one. Who may be stopped and begin again names the same picture the same. */
  id?: string
}

/** Keeps a picture with its smaller variants; on any failure nothing of it stays. */
export function keepPicture(deps: MediaDeps, command: KeepPictureCommand): Promise<KeptPicture> {
  return deps.workshop.run(async () =>
    keepMade(deps, await reencode(command.path), { ...command, name: pictureName(command.name), cut: null }),
  )
}

/** Keeps what has been encoded here: files first, then the row. */
export async function keepMade(
  { media, uploads, clock }: Omit<MediaDeps, 'workshop'>,
  { content, width, height }: Reencoded,
  about: Omit<KeepPictureCommand, 'path'> & { cut: KeptCut | null },
): Promise<KeptPicture> {
  const id = about.id ?? newId()
  const file = `${id}.webp`
  const { name, alt, cut, staffId, address } = about
  const size = { width, height }
  const made = { id, file, mime: 'image/webp', ...size, bytes: content.length, hasVariants: true }
  const picture: KeptPicture = { ...made, name, alt, cut, createdAt: clock.now(), createdBy: staffId ?? '' }
  await keepVariants(uploads, file, { content, ...size, focus: cut && focusWithin(cut) })
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

const addressOf = (file: string): string => `/uploads/${file}`

export const presentMedia = ({ id, file, width, height, alt, createdAt, hasVariants, cut }: KeptPicture): Media => ({
  id,
  url: addressOf(file),
  width,
  height,
  alt,
  ...(hasVariants ? { small: addressOf(variantFile(file, 'small')) } : {}),
  ...(cut === null ? {} : { card: addressOf(variantFile(file, 'card')), focus: focusWithin(cut), cut }),
  createdAt: new Date(createdAt).toISOString(),
})
