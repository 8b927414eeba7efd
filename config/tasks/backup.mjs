/** `npm run backup [-- FILE|FOLDER]`: database, pictures and attachments into one file, while servers go on. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/backup.js', ...process.argv.slice(2)]))
