import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

export interface StartedProcess {
  child: ChildProcess
  dataFolder: string
  ended: Promise<Ended>
  /** What it has printed so far. */
  said(): string
  /** The text after `READY`, or how the process ended without it. */
  ready(): Promise<string>
  /** Ends it if it still runs, and removes its folder. */
  clean(): Promise<void>
}

/**
 * Starts one of the server's programs as a process of its own, with an environment of its own: from its source, or as it
 * was built into `bundle`.
 */
export function startProcess(
  program: 'web' | 'worker' | 'migrate' | 'reindex' | 'backup' | 'restore' | 'importPages' | 'doctor',
  environment: Record<string, string> = {},
  args: string[] = ['--migrate'],
  bundle?: string,
  longestLifeMs = 240_000,
): StartedProcess {
  const dataFolder = mkdtempSync(join(tmpdir(), 'association-process-'))
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataFolder,
    LOG_LEVEL: 'warn',
    ...environment,
  }
  const entry = bundle === undefined ? ['--import', 'tsx', `server/main/${program}.ts`] : [bundle]
  const child = spawn(process.execPath, [...entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += String(chunk)))
  child.stderr.on('data', (chunk) => (stderr += String(chunk)))
  // one that hangs must not outlive its test
  const patience = setTimeout(() => child.kill('SIGKILL'), longestLifeMs)
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      clearTimeout(patience)
      resolve({ code, stdout, stderr })
    })
  })

  return {
    child,
    dataFolder,
    ended,
    said: () => stdout,
    ready: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const told = /READY (\S+)/.exec(stdout)?.[1]
          if (told !== undefined) resolve(told)
        }
        child.stdout.on('data', look)
        look()
        void ended.then(({ code, stderr: words }) => reject(new Error(`it ended with ${code}: ${words}`)))
      }),
    async clean() {
      child.kill('SIGKILL')
      await ended
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
