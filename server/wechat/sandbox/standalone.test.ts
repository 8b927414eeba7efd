import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SANDBOX_APPID, SANDBOX_SECRET, SANDBOX_TEMPLATE_IDS } from './index'
import { stopSandboxes, temporaryFolder } from './testSandbox'

let process_: ChildProcess

async function startProcess(acceptedFile: string): Promise<string> {
  process_ = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'standalone.ts')], {
    env: { ...process.env, SANDBOX_PORT: '0', SANDBOX_ACCEPTED_FILE: acceptedFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: process_.stdout as NodeJS.ReadableStream })) {
    const url = /^SANDBOX READY (\S+)$/.exec(line)?.[1]
    if (url !== undefined) return url
  }
  throw new Error('the stand-in ended before it listened')
}

afterEach(async () => {
  if (process_.exitCode === null && process_.signalCode === null) {
    process_.kill('SIGKILL')
    await once(process_, 'exit')
  }
  await stopSandboxes()
})

const post = async (url: string, body: unknown = {}) =>
  (await (
    await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  ).json()) as Record<string, string>

it('is WeChat at the root, keeps what it accepted when it is killed, and refuses connections when told to', async () => {
  const acceptedFile = join(temporaryFolder(), 'accepted.ndjson')
  const url = await startProcess(acceptedFile)
  const { phoneId } = await post(`${url}/sandbox/api/phones`, { grants: { [SANDBOX_TEMPLATE_IDS.preview]: 1 } })
  const { code } = await post(`${url}/sandbox/api/phones/${phoneId}/login-code`)
  const app = { appid: SANDBOX_APPID, secret: SANDBOX_SECRET }
  const query = new URLSearchParams({ ...app, js_code: code ?? '', grant_type: 'authorization_code' })
  const { openid } = (await (await fetch(`${url}/sns/jscode2session?${query}`)).json()) as { openid: string }
  const { access_token: token } = await post(`${url}/cgi-bin/stable_token`, { ...app, grant_type: 'client_credential' })
  const sent = await post(`${url}/cgi-bin/message/subscribe/send?access_token=${token}`, {
    touser: openid,
    template_id: SANDBOX_TEMPLATE_IDS.preview,
    data: {
      thing1: { value: '滨海健步行' },
      time2: { value: '2026年11月28日 09:00' },
      thing3: { value: '海滨公园' },
      thing4: { value: '请尽早报名' },
    },
  })
  expect(sent).toMatchObject({ errcode: 0 })

  await post(`${url}/sandbox/api/faults`, { kind: 'refused', durationMs: 400 })
  const refusals: string[] = []
  const listensAgain = async (): Promise<boolean> => {
    try {
      return (await fetch(`${url}/sandbox/api/faults`)).ok
    } catch (error) {
      refusals.push(((error as Error).cause as NodeJS.ErrnoException | undefined)?.code ?? '')
      return false
    }
  }
  while (!(await listensAgain())) await new Promise(setImmediate)
  expect(refusals).toContain('ECONNREFUSED')

  process_.kill('SIGKILL')
  await once(process_, 'exit')
  expect(JSON.parse(readFileSync(acceptedFile, 'utf8'))).toMatchObject({ seq: 1, openid, phoneId })
})
