import { resolve } from 'node:path'
import { writeArchive } from '../features/importing/archive/writeArchive'
import { systemClock } from '../kernel/clock'
import { composeArchive } from './composeArchive'
import { openUploads } from './composeUploads'
import { readSettings } from './settings'
import { failStart, StartError } from './startError'
import { bringUpToDate, openStore } from './store'

/** Writes all articles and pictures to one file; may run beside servers. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2)
  if (file === undefined) throw new StartError(['用法 Usage: npm run export -- 文件.zip'])
  const settings = readSettings(process.env)
  const database = await openStore(settings.databaseUrl)
  try {
    await bringUpToDate(database, false)
    const uploads = openUploads(settings.uploads)
    const organisation = settings.association.organisation.name
    const parts = composeArchive({ database, uploads, clock: systemClock, organisation })
    const { articles, pictures, attachments, missing } = await writeArchive(parts, resolve(file))
    const counts = `文章 articles ${articles}，图片 pictures ${pictures}，附件 attachments ${attachments}`
    process.stdout.write(`已导出 Exported: ${counts}，${resolve(file)}\n`)
    for (const name of missing) process.stdout.write(`  文件不在存放处 This file is not where it should be: ${name}\n`)
    if (missing.length > 0) process.exitCode = 1
  } finally {
    await database.close()
  }
}

main().catch(failStart)
