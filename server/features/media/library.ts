import type { LibraryPicture, PictureUse } from '../../../shared/contract'
import type { StaffRole } from '../../../shared/contract/endpoint'
import { variantFile } from '../../../shared/domain/pictureVariants'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { decodeCursor, encodeCursor } from './cursor'
import { presentMedia } from './keepPicture'
import type { Library, ListedPicture, Uploads } from './ports'
import { removeVariants } from './variants'

const NOBODY = '示例内容'
const MOST_USES = 50

export interface LibraryDeps {
  library: Library
  /** Removes a picture's file with its variants. */
  pictureFiles: { remove(file: string): Promise<void> }
  clock: Clock
}

interface Actor {
  staff: { id: string; role: StaffRole }
  address: string
}

const present = (picture: ListedPicture): LibraryPicture => ({
  ...presentMedia(picture),
  name: picture.name,
  thumbnail: `/uploads/${picture.hasVariants ? variantFile(picture.file, 'thumbnail') : picture.file}`,
  bytes: picture.bytes,
  createdBy: picture.createdByName ?? NOBODY,
})

/** Pictures, newest first. */
export async function listPictures(
  { library }: LibraryDeps,
  { q, cursor, limit }: { q?: string; cursor?: string; limit: number },
): Promise<{ items: LibraryPicture[]; nextCursor: string | null }> {
  const found = await library.list({
    words: q === '' ? undefined : q,
    after: cursor === undefined ? null : decodeCursor(cursor),
    limit: limit + 1,
  })
  const items = found.slice(0, limit)
  const last = items.at(-1)
  const isMore = found.length > items.length && last !== undefined
  return { items: items.map(present), nextCursor: isMore ? encodeCursor({ at: last.createdAt, id: last.id }) : null }
}

async function findPicture({ library }: LibraryDeps, id: string): Promise<ListedPicture> {
  const found = await library.find(id)
  if (found === null) throw new AppError('media_not_found')
  return found
}

/** Writers clean up after themselves; what others brought is for editors. */
const mayDelete = ({ staff }: Actor, picture: ListedPicture): boolean =>
  staff.role !== 'writer' || picture.createdBy === staff.id

/** One picture with the articles that show it. */
export async function showPicture(
  deps: LibraryDeps,
  id: string,
  actor: Actor,
): Promise<LibraryPicture & { uses: PictureUse[]; mayDelete: boolean }> {
  const picture = await findPicture(deps, id)
  const uses = await deps.library.uses(picture, MOST_USES)
  return { ...present(picture), uses, mayDelete: mayDelete(actor, picture) }
}

const auditOf = ({ clock }: LibraryDeps, actor: Actor, action: string, subjectId: string, detail: object) => ({
  at: clock.now(),
  staffId: actor.staff.id,
  action: `media.${action}`,
  subjectType: 'media' as const,
  subjectId,
  address: actor.address,
  detail: { ...detail },
})

/** Changes the alternative text: covers follow at once, a body keeps what was written below its picture. */
export async function describePicture(
  deps: LibraryDeps,
  { id, alt }: { id: string; alt: string },
  actor: Actor,
): Promise<LibraryPicture> {
  if (!(await deps.library.describe(id, alt, auditOf(deps, actor, 'describe', id, { alt })))) {
    throw new AppError('media_not_found')
  }
  return present(await findPicture(deps, id))
}

/** A picture's file with its variants. */
export async function removeFiles(uploads: Uploads, file: string): Promise<void> {
  await uploads.remove(file)
  await removeVariants(uploads, file)
}

export interface RemoveCommand {
  id: string
  /** `lose`: earlier versions of articles may show it no more. */
  history: 'keep' | 'lose'
}

/** Deletes a picture that no article shows: first the row, then the files, so that no row points at nothing. */
export async function removePicture(
  deps: LibraryDeps,
  { id, history }: RemoveCommand,
  actor: Actor,
): Promise<Record<never, never>> {
  const picture = await findPicture(deps, id)
  if (!mayDelete(actor, picture)) throw new AppError('role_forbidden')
  const audit = auditOf(deps, actor, 'remove', id, { name: picture.name })
  const outcome = await deps.library.remove(picture, history === 'lose', audit)
  if (outcome === 'gone') throw new AppError('media_not_found')
  if (outcome === 'in_history') throw new AppError('media_in_history')
  if (outcome === 'used') throw new AppError('media_used')
  for (const file of outcome.files) await deps.pictureFiles.remove(file)
  return {}
}
