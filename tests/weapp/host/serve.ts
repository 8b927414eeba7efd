import { startTestServer } from '../../support/server'

/** Serves until its input ends, which it also does when the tests are killed. */
async function main(): Promise<void> {
  const server = await startTestServer()
  process.stdout.write(`listening ${server.url} ${server.setupCode}\n`)
  process.stdin.resume()
  process.stdin.once('end', () => {
    void server.stop().then(() => process.exit(0))
  })
}

void main()
