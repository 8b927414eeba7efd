import type { MoveInFault } from '../../../../shared/phrases/moveIn'
import { ArchiveUnknown } from '../archive/readArchive'
import { ColumnsUnknown } from '../records/table'
import { ArchiveBroken, ArchiveRefused } from '../sources/entry'
import { SourceBroken, UploadTooMuch } from './bounds'

/** What is wrong with the file, in one of the words that staff read; null: it is not the file's fault. */
export function faultOf(error: unknown): MoveInFault | null {
  if (error instanceof UploadTooMuch) return 'pages_many'
  if (error instanceof ArchiveRefused) return 'archive_refused'
  if (error instanceof ArchiveBroken) return 'file_broken'
  if (error instanceof ArchiveUnknown) return 'archive_unknown'
  if (error instanceof ColumnsUnknown) return 'columns_unknown'
  return error instanceof SourceBroken ? (faultOf(error.cause) ?? 'file_broken') : null
}
