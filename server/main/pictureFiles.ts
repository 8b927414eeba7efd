import { removeFiles } from '../features/media/library'
import type { Uploads } from '../features/media/ports'
import type { DoomedFiles } from '../features/retention'

/** Removes a file whose row is gone, with its variants, and the note that it has to go. */
export const pictureFilesOf = (uploads: Uploads, doomed: DoomedFiles) => ({
  async remove(file: string): Promise<void> {
    await removeFiles(uploads, file)
    await doomed.forget(file)
  },
})
