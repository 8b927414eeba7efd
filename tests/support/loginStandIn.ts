import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Answers `code2Session` with one member and a session key that a test knows. */
export async function startLoginStandIn(answer: { openid: string; session_key: string }) {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain')
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
