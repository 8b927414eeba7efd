/**
 * The stand-in as a process of its own, so that whatever is killed, what WeChat accepted stays on record:
 * `npx tsx server/wechat/sandbox/standalone.ts`. WeChat's API lies at the root, the control API below `/sandbox/api`.
 *
 * Environment: `SANDBOX_PORT` (0: any), `SANDBOX_ACCEPTED_FILE` (a line for each accepted send, fsynced before its
 * answer), `SANDBOX_LATENCY_MS`, `SANDBOX_CALLBACK_URL` (with `WECHAT_PUSH_TOKEN`, `WECHAT_ENCODING_AES_KEY`),
 * `WECHAT_APPID`, `WECHAT_SECRET`, `WECHAT_TEMPLATE_PREVIEW|REMINDER|CHANGE`, `ASSOCIATION_FILE`.
 * Prints `SANDBOX READY <address>` when it listens.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { association } from '../../../shared/contract/association'
import { createLogger } from '../../kernel/logger'
import { createSandbox, SANDBOX_ENCODING_AES_KEY, SANDBOX_PUSH_TOKEN, SANDBOX_TEMPLATE_IDS } from './index'

const env = process.env
const file = env['ASSOCIATION_FILE'] ?? 'config/association.json'
const { organisation, templates } = association.parse(JSON.parse(readFileSync(file, 'utf8')))
const callbackUrl = env['SANDBOX_CALLBACK_URL']

const server = createServer(
  (request, response) =>
    void sandbox.handle(request, response).then((known) => {
      if (!known) response.writeHead(404).end()
    }),
)
const port = (): number => (server.address() as AddressInfo).port

/** Closes the listening socket and every connection, so that the system itself refuses; then listens again. */
function refuseConnections(durationMs: number): void {
  const same = port()
  server.close()
  setImmediate(() => server.closeAllConnections())
  setTimeout(() => server.listen(same, '127.0.0.1'), durationMs)
}

const sandbox = createSandbox({
  miniProgram: organisation.shortName,
  templates: templates.map(({ kind, title, fields }) => ({
    id: env[`WECHAT_TEMPLATE_${kind.toUpperCase()}`] ?? SANDBOX_TEMPLATE_IDS[kind],
    title,
    fields,
  })),
  appid: env['WECHAT_APPID'],
  secret: env['WECHAT_SECRET'],
  wechatPath: '',
  latencyMs: Number(env['SANDBOX_LATENCY_MS'] ?? 0),
  acceptedFile: env['SANDBOX_ACCEPTED_FILE'],
  logger: createLogger('warn'),
  refuseConnections,
  callback:
    callbackUrl === undefined
      ? undefined
      : {
          url: callbackUrl,
          token: env['WECHAT_PUSH_TOKEN'] ?? SANDBOX_PUSH_TOKEN,
          encodingAesKey: env['WECHAT_ENCODING_AES_KEY'] ?? SANDBOX_ENCODING_AES_KEY,
        },
})

server.listen(Number(env['SANDBOX_PORT'] ?? 0), '127.0.0.1')
server.once('listening', () => process.stdout.write(`SANDBOX READY http://127.0.0.1:${port()}\n`))

const stop = (): void => {
  void sandbox.stop().then(() => process.exit(0))
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
