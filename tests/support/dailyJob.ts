import { join } from 'node:path'
import { RETENTION_DAYS } from '../../shared/domain/retention'
import { purgeOld } from '../../server/features/articles/purge'
import { keepNoLonger } from '../../server/features/retention'
import { silentLogger } from '../../server/kernel/logger'
import { pictureFilesOf } from '../../server/main/pictureFiles'
import { createArticleBin } from '../../server/store/repositories/articleBin'
import { createDoomedFiles } from '../../server/store/repositories/doomedFiles'
import { createRetentionStore } from '../../server/store/repositories/retention'
import { createUnusedFiles } from '../../server/store/repositories/unusedFiles'
import { createUploadsFolder } from '../../server/store/uploadsFolder'
import type { TestServer } from './server'

/** What a server does once a day, at an instant of the test's choice. `database`: seen in another way. */
export function runDailyJob(
  { database: own, dataFolder }: TestServer,
  now: () => number,
  database: TestServer['database'] = own,
): Promise<boolean> {
  const doomed = createDoomedFiles(own)
  const pictureFiles = pictureFilesOf(createUploadsFolder(join(dataFolder, 'uploads')), doomed)
  const bin = {
    purge: (limit: number) => purgeOld({ bin: createArticleBin(own), pictureFiles, clock: { now } }, limit),
  }
  return keepNoLonger({
    store: createRetentionStore(own),
    bin,
    files: { unused: createUnusedFiles(database), doomed, storage: pictureFiles },
    days: RETENTION_DAYS,
    clock: { now },
    logger: silentLogger,
  })
}
