/** `npm run two-step:off -- <login>`: turns the second step of one account off, whose phone and codes are lost. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/twoStepOff.js', ...process.argv.slice(2)]))
