import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** One line of progress, in plain words. */
export const say = (text) => process.stdout.write(`${text}\n`)

/**
 * Runs a command in the project's root. `quiet` keeps its output and shows it only when it fails.
 * Resolves with the exit code; never throws.
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    const kept = []
    child.stdout?.on('data', (chunk) => kept.push(chunk))
    child.stderr?.on('data', (chunk) => kept.push(chunk))
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`)
      done(1)
    })
    child.on('close', (code, signal) => {
      const status = signal === null ? code : 1
      // the end says why; Taro's progress before it is long
      if (quiet && status !== 0) process.stderr.write(`${Buffer.concat(kept).toString().slice(-12_000)}\n`)
      done(status)
    })
  })
}

/** A tool of `node_modules`, started with this same Node. */
export const tool = (entry, args, options) => run(process.execPath, [join('node_modules', entry), ...args], options)

/** A long-running child that gets this process's signals; resolves with its exit code. */
export function follow(command, args, { env = {} } = {}) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass)
  process.on('SIGTERM', pass)
  return new Promise((done) => {
    child.on('error', () => done(1))
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass)
      process.off('SIGTERM', pass)
      done(signal === null ? code : 1)
    })
  })
}
