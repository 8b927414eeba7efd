import { createServer } from 'node:net'

/** Below the ports that systems give to connections by themselves, so that none of those takes it meanwhile. */
const LOWEST = 20_000
const HIGHEST = 32_000

const isFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
  })

/** A port for a program that has to be told its own, and that may leave it and come back to it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST))
    if (await isFree(port)) return port
  }
}
