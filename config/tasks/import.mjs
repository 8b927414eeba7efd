/** `npm run import -- PATH…`: takes pages of an old site over; without `--apply` it only says what it would do. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/importPages.js', ...process.argv.slice(2)]))
