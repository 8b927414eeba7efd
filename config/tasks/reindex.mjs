/** `npm run reindex`: makes the search index anew, in small steps, while servers go on answering. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/reindex.js']))
