/** `npm run uploads:copy`: copies pictures from a folder into a bucket or back; goes on where it was broken off. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/uploadsCopy.js', ...process.argv.slice(2)]))
