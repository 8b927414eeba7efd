/** `npm run worker`: a process that only sends, beside any number of others on one MySQL database. */
import { ensureDependencies } from './dependencies.mjs'
import { follow, say } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
try {
  await ensureBuilt(['server'])
} catch (error) {
  say(error.message)
  process.exit(1)
}
const env = { NODE_ENV: process.env.NODE_ENV ?? 'production' }
process.exit(await follow(process.execPath, ['--enable-source-maps', 'dist/server/worker.js'], { env }))
