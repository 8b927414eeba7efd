/** `npm run audit:check`: says whether an entry of the audit log was removed or changed; exit code 1 when one was. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
await ensureBuilt(['server'])
process.exit(await follow(process.execPath, ['dist/server/auditCheck.js']))
