/** `npm run restore -- FILE [--replace]`: puts a backup back, after it has been read to its end. Servers are stopped. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/restore.js', ...process.argv.slice(2)]))
