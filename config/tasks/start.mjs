/** `npm start`: all the set-up, then the product on its embedded default. */
import { ensureDependencies } from './dependencies.mjs'
import { follow, say } from './process.mjs'

await ensureDependencies()
const { ensureBuilt } = await import('./builds.mjs')
try {
  await ensureBuilt(['server', 'admin', 'sandbox', 'h5'])
} catch (error) {
  say(error.message)
  process.exit(1)
}
const env = { NODE_ENV: process.env.NODE_ENV ?? 'production' }
/** The server stops so when a restore was asked for in the admin; the next start carries it out. */
const START_AGAIN = 75
for (;;) {
  const migrated = await follow(process.execPath, ['dist/server/migrate.js'], { env })
  if (migrated !== 0) process.exit(migrated)
  const status = await follow(process.execPath, ['--enable-source-maps', 'dist/server/web.js'], { env })
  if (status !== START_AGAIN) process.exit(status)
}
