import { join } from 'node:path'
import type { Uploads } from '../features/media/ports'
import type { PicturesOptions } from '../http/pictures'
import type { Clock } from '../kernel/clock'
import { createPictureShelf } from '../store/pictureShelf'
import { createUploadsBucket } from '../store/uploadsBucket'
import { createUploadsFolder } from '../store/uploadsFolder'
import type { Settings } from './settings'
import type { UploadsPlace } from './uploadsPlace'

/** A few thousand pictures with their smaller ones. */
const SHELF_BYTES = 2 * 1024 ** 3

/** The pictures at a place, without copies of them on this machine. */
export const openUploads = (place: UploadsPlace): Uploads =>
  place.kind === 'folder' ? createUploadsFolder(place.folder) : createUploadsBucket(place.bucket)

export const shelfFolder = (dataFolder: string): string => join(dataFolder, 'pictures')

/** Where pictures are kept, and how they are given to those who look at them. */
export function composeUploads(
  { uploads, uploadsFolder, environment }: Pick<Settings, 'uploads' | 'uploadsFolder' | 'environment'>,
  clock: Clock,
): { uploads: Uploads; pictures: PicturesOptions } {
  const opened = openUploads(uploads)
  const elsewhere = environment.UPLOADS_PUBLIC_URL
  if (uploads.kind === 'folder') return { uploads: opened, pictures: { elsewhere } }
  const now = () => clock.now()
  const shelf = createPictureShelf({ uploads: opened, folder: uploadsFolder, mostBytes: SHELF_BYTES, now })
  return { uploads: shelf.uploads, pictures: { bring: (file) => shelf.bring(file), elsewhere } }
}
