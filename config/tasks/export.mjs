/** `npm run export -- FILE.zip`: writes all articles and pictures as one archive, which `npm run import` reads. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/exportArchive.js', ...process.argv.slice(2)]))
