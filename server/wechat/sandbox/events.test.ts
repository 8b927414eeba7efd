import { createDecipheriv, createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once, EventEmitter } from 'node:events'
import { SANDBOX_APPID, SANDBOX_ENCODING_AES_KEY as AES_KEY, SANDBOX_PUSH_TOKEN as TOKEN } from './index'
import { startSandbox, stopSandboxes, TEMPLATE } from './testSandbox'

interface Received {
  query: URLSearchParams
  body: string
}

let listener: Server
const received: Received[] = []
const arrivals = new EventEmitter()
/** What our server answers, one after another; then always `success`. */
let answers: [number, string][] = []

beforeEach(async () => {
  received.length = 0
  answers = []
  listener = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')))
    request.on('end', () => {
      const [status, text] = answers.shift() ?? [200, 'success']
      received.push({ query: new URL(request.url ?? '', 'http://x').searchParams, body })
      response.writeHead(status).end(text)
      arrivals.emit('event')
    })
  })
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done))
})

afterEach(async () => {
  await stopSandboxes()
  listener.closeAllConnections()
  await new Promise((done) => listener.close(done))
})

const callback = (format: 'xml' | 'json') => ({
  url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}/api/wechat/callback`,
  token: TOKEN,
  encodingAesKey: AES_KEY,
  format,
})

async function arrived(count: number): Promise<Received> {
  while (received.length < count) await once(arrivals, 'event')
  return received[count - 1] as Received
}

/** Checks the signature and opens the envelope by the documentation, apart from the code that made it. */
function open({ query, body }: Received): string {
  const encrypt = /<Encrypt><!\[CDATA\[(.+?)\]\]>/.exec(body)?.[1] ?? (JSON.parse(body) as { Encrypt: string }).Encrypt
  const sorted = [TOKEN, query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypt].sort().join('')
  expect(query.get('msg_signature')).toBe(createHash('sha1').update(sorted).digest('hex'))
  const key = Buffer.from(`${AES_KEY}=`, 'base64')
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(Buffer.from(encrypt, 'base64')), decipher.final()])
  const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0))
  const length = plain.readUInt32BE(16)
  expect(plain.subarray(20 + length).toString()).toBe(SANDBOX_APPID)
  return plain.subarray(20, 20 + length).toString('utf8')
}

it('tells of an accepted send by an encrypted sent-event with the very msgid', async () => {
  const { member, sendRaw } = await startSandbox({ callback: callback('xml'), sentEventDelayMs: 0 })
  const { openid } = await member()
  const msgid = /"msgid":(\d+)/.exec(await (await sendRaw(openid)).text())?.[1] ?? 'none'
  const event = open(await arrived(1))
  expect(event).toContain('<Event><![CDATA[subscribe_msg_sent_event]]></Event>')
  expect(event).toContain(`<MsgID>${msgid}</MsgID><ErrorCode>0</ErrorCode>`)
  expect(event).toContain(openid)
})

it('tells the dialog’s answers as one object or as a list, and an unsubscription, in JSON', async () => {
  const { control, member } = await startSandbox({
    callback: callback('json'),
    templates: [TEMPLATE, { ...TEMPLATE, id: 'template-b' }],
  })
  const { phoneId } = await member(0)
  await control(`/phones/${phoneId}/subscribe`, { answers: { [TEMPLATE.id]: 'accept' } })
  expect(JSON.parse(open(await arrived(1)))).toMatchObject({
    Event: 'subscribe_msg_popup_event',
    List: { TemplateId: TEMPLATE.id, SubscribeStatusString: 'accept' },
  })
  await control(`/phones/${phoneId}/subscribe`, { answers: { [TEMPLATE.id]: 'accept', 'template-b': 'reject' } })
  expect(JSON.parse(open(await arrived(2)))).toMatchObject({
    List: [{ SubscribeStatusString: 'accept' }, { SubscribeStatusString: 'reject' }],
  })
  await control(`/phones/${phoneId}`, { unsubscribe: [TEMPLATE.id] }, 'PUT')
  expect(JSON.parse(open(await arrived(3)))).toMatchObject({
    Event: 'subscribe_msg_change_event',
    List: { TemplateId: TEMPLATE.id, SubscribeStatusString: 'reject' },
  })
})

it('tells again, three times in all, while our server fails or says something else', async () => {
  answers = [
    [500, ''],
    [200, 'what?'],
    [200, 'success'],
  ]
  const { member, send } = await startSandbox({ callback: callback('xml'), sentEventDelayMs: 0, eventRetryMs: 1 })
  const { openid } = await member()
  await send(openid)
  await arrived(3)
  expect(new Set(received.map(open)).size).toBe(1)
})

it('reports a failed delivery, or keeps quiet, when ordered', async () => {
  const { control, member, send } = await startSandbox({ callback: callback('xml'), sentEventDelayMs: 0 })
  const { openid } = await member(2)
  await control('/faults', { kind: 'sent_event_lost' })
  await control('/faults', { kind: 'sent_event_failed' })
  await send(openid)
  await send(openid)
  expect(open(await arrived(1))).toContain('<ErrorCode>3</ErrorCode>')
})
