import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { Settings } from './settings'

/** The server has stopped because it is to be started again: whoever watches over it does so, `npm start` itself too. */
export const START_AGAIN = 75

/**
 * Puts back what an administrator asked for, before this process opens the database. A process of its own does it, for
 * SQLite's driver lets go of a file only when its process ends. When it fails everything stands as it was, and the start
 * goes on with that.
 */
export async function carryOutRestore({ dataFolder }: Settings): Promise<void> {
  if (!existsSync(join(dataFolder, 'restore-asked.json'))) return
  const [, program = ''] = process.argv
  const restore = join(dirname(program), `restore${extname(program)}`)
  const child = spawn(process.execPath, [...process.execArgv, restore, '--asked'], { stdio: 'inherit' })
  await new Promise((ended) => {
    child.on('close', ended)
    child.on('error', ended)
  })
}
