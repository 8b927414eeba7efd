/** Runs a program of the built server in this terminal: what it needs is installed and built first, its exit code is ours. */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

/** `name`: of the file in `dist/server`, without its ending. Does not return. */
export async function runProgram(name, args = process.argv.slice(2)) {
  await ensureDependencies()
  // It takes packages, which may have been missing until now.
  const { ensureBuilt } = await import('./builds.mjs')
  await ensureBuilt(['server'])
  process.exit(await follow(process.execPath, [`dist/server/${name}.js`, ...args]))
}
