import { createCipheriv, randomBytes } from 'node:crypto'
import { createCallbackCodec } from './index'
import { keyOf, signatureOf } from './crypto'
import { eventsOf } from './events'
import { parseMessage } from './parse'

const NOW = Date.UTC(2026, 10, 23, 4)
const SECRETS = {
  appid: 'wx0123456789abcdef',
  token: 'AAAAA',
  encodingAesKey: randomBytes(32).toString('base64').slice(0, 43),
}

function seal(message: string, appid = SECRETS.appid, encodingAesKey = SECRETS.encodingAesKey): string {
  const key = keyOf(encodingAesKey)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(Buffer.byteLength(message))
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(appid)])
  const padding = 32 - (plain.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)])
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}

function posted(message: string, options: { at?: number; appid?: string } = {}) {
  const encrypted = seal(message, options.appid)
  const timestamp = String(Math.floor((options.at ?? NOW) / 1_000))
  const nonce = '1514711492'
  return {
    query: { timestamp, nonce, msg_signature: signatureOf(SECRETS.token, timestamp, nonce, encrypted) },
    body: `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`,
  }
}

const SENT = `<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[o-1]]></FromUserName>
  <CreateTime>1620973045</CreateTime><MsgType><![CDATA[event]]></MsgType>
  <Event><![CDATA[subscribe_msg_sent_event]]></Event><SubscribeMsgSentEvent><List>
  <TemplateId><![CDATA[t-1]]></TemplateId><MsgID>2985398273495931652</MsgID><ErrorCode>0</ErrorCode>
  <ErrorStatus><![CDATA[success]]></ErrorStatus></List></SubscribeMsgSentEvent></xml>`

describe('WeChat checks our address', () => {
  const codec = createCallbackCodec({ ...SECRETS, token: 'AAAAA' })

  it.each([
    ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
    ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ])('the documented signature of %s, %s is echoed', (timestamp, nonce, signature) => {
    expect(signatureOf('AAAAA', timestamp, nonce)).toBe(signature)
    expect(codec.echo({ timestamp, nonce, signature, echostr: 'echo' })).toBe('echo')
  })

  it('nobody else gets an echo', () => {
    expect(codec.echo({ timestamp: '1714036504', nonce: '1', signature: 'f464', echostr: 'echo' })).toBeNull()
    expect(codec.echo({})).toBeNull()
  })
})

describe('WeChat tells an event', () => {
  const codec = createCallbackCodec(SECRETS)

  it('opens it and keeps the message id digit by digit', () => {
    const { query, body } = posted(SENT)
    expect(codec.open(query, body, NOW)).toMatchObject({
      ok: true,
      events: [{ kind: 'sent', openid: 'o-1', templateId: 't-1', msgid: '2985398273495931652', delivered: true }],
    })
  })

  it('knows the same event again under another signature', () => {
    const [first, second] = [posted(SENT), posted(SENT, { at: NOW + 5_000 })]
    const [a, b] = [codec.open(first.query, first.body, NOW), codec.open(second.query, second.body, NOW)]
    expect(a.ok && b.ok && a.key === b.key).toBe(true)
    expect(first.body).not.toBe(second.body)
  })

  it('refuses it when any one bit of the sealed text was changed', () => {
    const { query, body } = posted(SENT)
    const [head = '', rest = ''] = body.split('<Encrypt><![CDATA[')
    const [sealed = '', tail = ''] = rest.split(']]></Encrypt>')
    const bytes = Buffer.from(sealed, 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const forged = `${head}<Encrypt><![CDATA[${changed.toString('base64')}]]></Encrypt>${tail}`
      expect(codec.open(query, forged, NOW)).toEqual({ ok: false, reason: 'signature' })
    }
  })

  it.each([
    ['a signature that does not cover the body', (query: object) => ({ ...query, msg_signature: undefined })],
    ['another time than the signed one', (query: object) => ({ ...query, timestamp: '1714036504' })],
  ])('refuses %s', (_what, change) => {
    const { query, body } = posted(SENT)
    expect(codec.open(change(query), body, NOW).ok).toBe(false)
  })

  it('refuses what is older than five minutes, or from the future', () => {
    for (const at of [NOW - 301_000, NOW + 302_000]) {
      const { query, body } = posted(SENT, { at })
      expect(codec.open(query, body, NOW)).toEqual({ ok: false, reason: 'stale' })
    }
  })

  it('refuses what was sealed for another app', () => {
    const { query, body } = posted(SENT, { appid: 'wxffffffffffffffff' })
    expect(codec.open(query, body, NOW).ok).toBe(false)
  })

  it('refuses plain text, a document type and entities', () => {
    expect(codec.open({}, SENT, NOW)).toEqual({ ok: false, reason: 'not encrypted' })
    expect(parseMessage('<!DOCTYPE x [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>')).toBeNull()
    expect(parseMessage('<xml><Event>&lt;</Event></xml>')).toEqual({ Event: '&lt;' })
    expect(parseMessage('nonsense')).toBeNull()
    expect(parseMessage('{"a":')).toBeNull()
  })
})

describe('an event is read', () => {
  const item = (templateId: string, status = 'accept') => ({ TemplateId: templateId, SubscribeStatusString: status })
  const popup = (List: unknown) =>
    eventsOf(parseMessage(JSON.stringify({ Event: 'subscribe_msg_popup_event', FromUserName: 'o-1', List })) ?? {})

  it('in JSON, where one item is an object and several are a list', () => {
    expect(popup(item('t-1'))).toEqual([
      { kind: 'answers', openid: 'o-1', answers: [{ templateId: 't-1', answer: 'accept' }] },
    ])
    expect(popup([item('t-1'), item('t-2', 'reject'), item('t-3', 'nonsense')])).toMatchObject([
      { answers: [{ templateId: 't-1' }, { templateId: 't-2', answer: 'reject' }] },
    ])
  })

  it('in JSON, with a message id that a number could not hold', () => {
    const text = '{"Event":"subscribe_msg_sent_event","List":{"MsgID":2985398273495931652,"ErrorCode":"0","a":"1,2:3"}}'
    expect(eventsOf(parseMessage(text) ?? {})).toMatchObject([{ msgid: '2985398273495931652', delivered: true }])
  })

  it('in XML with several items', () => {
    const xml = `<xml><Event>subscribe_msg_change_event</Event><FromUserName>o-1</FromUserName><SubscribeMsgChangeEvent>
      <List><TemplateId>t-1</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List>
      <List><TemplateId>t-2</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List>
      </SubscribeMsgChangeEvent></xml>`
    expect(eventsOf(parseMessage(xml) ?? {})).toEqual([
      { kind: 'unsubscribed', openid: 'o-1', templateIds: ['t-1', 't-2'] },
    ])
  })

  it('and passed over when nothing is done about it', () => {
    expect(eventsOf({ MsgType: 'text' })).toEqual([{ kind: 'other', name: 'text' }])
  })
})
