import { createSearchRebuild } from '../store/repositories/searchRebuild'
import { readSettings } from './settings'
import { failStart } from './startError'
import { bringUpToDate, openStore } from './store'

const TELL_MS = 1000

/** Makes the search index anew, beside servers that go on answering. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const database = await openStore(settings.databaseUrl)
  let toldAt = Date.now()
  try {
    await bringUpToDate(database, false)
    const done = await createSearchRebuild(database).run({
      onProgress({ done: soFar, total }) {
        if (Date.now() - toldAt < TELL_MS) return
        toldAt = Date.now()
        process.stdout.write(`搜索索引 Search index: ${soFar} / ${total}\n`)
      },
    })
    process.stdout.write(`搜索索引已重建 The search index was made anew: ${done}\n`)
  } finally {
    await database.close()
  }
}

main().catch(failStart)
