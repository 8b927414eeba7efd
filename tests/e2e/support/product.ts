import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../../server/store/database'
import { openDatabase } from '../../../server/store/open'
import { freePort } from '../../support/freePort'

/** The built product as `npm start` runs it: migrated, seeded, with the sandbox, in a data folder of its own. */
export interface Product {
  url: string
  setupCode: string
  /** Where pictures and attachments lie. */
  uploadsFolder: string
  /** Puts rows into the database of the running product, past it. */
  fill(work: (database: Database) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** The server stops so when it is to be started again. */
const START_AGAIN = 75

const finished = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => (child.exitCode === null ? child.once('exit', done) : done(child.exitCode)))

/** Resolves with what the child printed once it printed something that matches. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((done, fail) => {
    let output = ''
    const take = (chunk: Buffer) => {
      output += String(chunk)
      if (pattern.test(output)) done(output)
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.once('exit', (code) => fail(new Error(`the product stopped (${code}) before it was ready:\n${output}`)))
  })
}

export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(join(tmpdir(), 'association-e2e-'))
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: `sqlite:${join(folder, 'app.db')}`,
    UPLOADS_URL: `file:${join(folder, 'uploads')}`,
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
  }
  const migration = spawn(process.execPath, ['dist/server/migrate.js'], { env, stdio: 'ignore' })
  if ((await finished(migration)) !== 0) throw new Error('the migration failed')
  const serve = () => spawn(process.execPath, ['dist/server/web.js'], { env, stdio: 'pipe' })
  let child = serve()
  let isStopping = false
  // As `npm start` does: who asks for a restore is started again.
  const watch = () =>
    child.once('exit', (code) => {
      if (code !== START_AGAIN || isStopping) return
      child = serve()
      watch()
    })
  watch()
  const output = await printed(child, /READY/)
  const setupCode = /([A-Z0-9]{4}(?:-[A-Z0-9]{4})+)/.exec(output)?.[1]
  if (setupCode === undefined) throw new Error(`no set-up code was printed:\n${output}`)
  return {
    url: `http://127.0.0.1:${port}`,
    setupCode,
    uploadsFolder: join(folder, 'uploads'),
    async fill(work) {
      const database = await openDatabase(env.DATABASE_URL)
      await work(database).finally(() => database.close())
    },
    async stop() {
      isStopping = true
      child.kill('SIGTERM')
      const code = await finished(child)
      rmSync(folder, { recursive: true, force: true })
      if (code !== 0) throw new Error(`the product did not stop cleanly (${code})`)
    },
  }
}
