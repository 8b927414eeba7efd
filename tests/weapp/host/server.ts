import { spawn } from 'node:child_process'
import path from 'node:path'

export interface RunningServer {
  url: string
  /** Makes the first administrator, once. */
  setupCode: string
  stop(): Promise<void>
}

const ROOT = path.resolve(__dirname, '../../..')

/**
 * The real server with sample content, in a process of its own: these tests run in a browser-like world that would
 * get in the server's way.
 */
export function startServer(): Promise<RunningServer> {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'serve.ts')], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return new Promise((resolve, reject) => {
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${complaint}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      const line = /^listening (\S+) (\S+)$/m.exec(chunk.toString())
      if (!line?.[1] || !line[2]) return
      resolve({
        url: line[1],
        setupCode: line[2],
        async stop() {
          child.stdin.end()
          await ended
        },
      })
    })
  })
}
