import { randomBytes } from 'node:crypto'
import {
  SANDBOX_APPID,
  SANDBOX_ENCODING_AES_KEY,
  SANDBOX_PUSH_TOKEN,
  SANDBOX_TEMPLATE_IDS,
} from '../../server/wechat/sandbox'
import { seal, sign } from '../../server/wechat/sandbox/callbackSeal'
import { GrantAnswerEntity, WechatEventEntity } from '../../server/store/entities'
import { availableDatabases } from '../support/databases'
import { tablesHolding } from '../support/everyRow'
import { addDelivery, addMember, addNotice, addUnknown, balanceOf, deliveryOf, statesOf } from '../support/ledgerRows'
import { startTestServer, type TestServer } from '../support/server'

const templateId = SANDBOX_TEMPLATE_IDS.preview

const eventXml = (openid: string, name: string, wrapper: string, items: string) =>
  `<xml><ToUserName><![CDATA[gh]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName>
    <CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[${name}]]></Event>
    <${wrapper}>${items}</${wrapper}></xml>`
const popup = (openid: string) =>
  eventXml(
    openid,
    'subscribe_msg_popup_event',
    'SubscribeMsgPopupEvent',
    `<List><TemplateId>${templateId}</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List>`,
  )
const sent = (openid: string, msgid: string, errorCode = 0) =>
  eventXml(
    openid,
    'subscribe_msg_sent_event',
    'SubscribeMsgSentEvent',
    `<List><TemplateId>${templateId}</TemplateId><MsgID>${msgid}</MsgID><ErrorCode>${errorCode}</ErrorCode></List>`,
  )

describe.each(availableDatabases)('WeChat calls back, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database: kind, seed: false })
  })
  afterAll(() => server.stop())

  const post = (query: Record<string, string>, body: string) =>
    fetch(`${server.url}/api/wechat/callback?${new URLSearchParams(query)}`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body,
    })

  function signed(message: string, at = server.clock.now()) {
    const encrypt = seal(message, SANDBOX_APPID, SANDBOX_ENCODING_AES_KEY)
    const timestamp = String(Math.floor(at / 1_000))
    const nonce = randomBytes(4).toString('hex')
    const query = { timestamp, nonce, msg_signature: sign(SANDBOX_PUSH_TOKEN, timestamp, nonce, encrypt) }
    return { query, body: `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>` }
  }
  const tell = async (message: string): Promise<[number, string]> => {
    const { query, body } = signed(message)
    const answer = await post(query, body)
    return [answer.status, await answer.text()]
  }

  it('echoes WeChat’s check of the address, and nobody else’s', async () => {
    const [timestamp, nonce] = ['1714036504', '1514711492']
    const ask = (signature: string) =>
      fetch(
        `${server.url}/api/wechat/callback?${new URLSearchParams({ signature, timestamp, nonce, echostr: '7381' })}`,
      )
    const answer = await ask(sign(SANDBOX_PUSH_TOKEN, timestamp, nonce))
    expect([answer.status, await answer.text()]).toEqual([200, '7381'])
    expect((await ask('f464b24fc39322e44b38aa78f5edd27bd1441696')).status).toBe(403)
  })

  it('the same event a hundred times is one grant', async () => {
    const openid = `o-${randomBytes(4).toString('hex')}`
    const memberId = await addMember(server.database, { openid, grants: 0, templateId })
    const answers = await Promise.all(Array.from({ length: 100 }, () => tell(popup(openid))))
    expect(answers.every(([status, text]) => status === 200 && text === 'success')).toBe(true)
    expect(await balanceOf(server.database, memberId, templateId)).toBe('1/0/0')
    expect(await server.database.read.countBy(GrantAnswerEntity, { memberId })).toBe(1)
  })

  it('a sent-event that follows an unknown send resolves it', async () => {
    const openid = `o-${randomBytes(4).toString('hex')}`
    const memberId = await addMember(server.database, { openid, templateId })
    const noticeId = await addNotice(server.database, { templateId, status: 'finished' })
    await addUnknown(server.database, { noticeId, memberId, templateId })
    expect(await tell(sent(openid, '2985398273495931652'))).toEqual([200, 'success'])
    const row = await deliveryOf(server.database, noticeId, memberId)
    expect(row).toMatchObject({ state: 'sent', reason: 'confirmed', msgid: '2985398273495931652' })
    // told once more, now as failed under the same id: WeChat's last word counts
    expect(await tell(sent(openid, '2985398273495931652', 1))).toEqual([200, 'success'])
    expect(await deliveryOf(server.database, noticeId, memberId)).toMatchObject({ state: 'failed' })
  })

  it('an event of a message that nobody knows is answered well and changes nothing', async () => {
    expect(await tell(sent('o-nobody', '1'))).toEqual([200, 'success'])
    expect(await tell('<xml><MsgType>text</MsgType></xml>')).toEqual([200, 'success'])
  })

  it('forged, stale, plain or foreign events are refused and change nothing', async () => {
    const openid = `o-${randomBytes(4).toString('hex')}`
    const memberId = await addMember(server.database, { openid, grants: 0, templateId })
    const { query, body } = signed(popup(openid))
    const other = signed(popup(openid))
    const old = signed(popup(openid), server.clock.now() - 600_000)
    const before = await server.database.read.count(WechatEventEntity)
    const tries = [
      post({ ...query, msg_signature: '0'.repeat(40) }, body),
      // an address that was used, with another body
      post(query, other.body),
      post(old.query, old.body),
      post(query, popup(openid)),
      post({}, body),
      post(query, ''),
      post(query, `<!DOCTYPE x [<!ENTITY a "b">]>${body}`),
    ]
    expect((await Promise.all(tries)).map((answer) => answer.status)).toEqual(tries.map(() => 403))
    expect(await balanceOf(server.database, memberId, templateId)).toBe('0/0/0')
    expect(await server.database.read.count(WechatEventEntity)).toBe(before)
  })

  it('erases a member who deleted their account, and is answered well when told again', async () => {
    const openid = `o-${randomBytes(4).toString('hex')}`
    const memberId = await addMember(server.database, { openid, templateId })
    const other = await addMember(server.database, { templateId })
    const noticeId = await addNotice(server.database, { templateId, status: 'paused' })
    for (const member of [memberId, other]) await addDelivery(server.database, { noticeId, memberId: member })
    const gone = `<xml><FromUserName>${openid}</FromUserName><MsgType>event</MsgType>
      <Event>user_authorization_cancellation</Event><OpenID>${openid}</OpenID></xml>`
    expect(await tell(gone)).toEqual([200, 'success'])
    expect(await tell(gone)).toEqual([200, 'success'])
    expect(await tablesHolding(server.database, [memberId, openid])).toEqual([])
    expect(await statesOf(server.database, noticeId)).toEqual({ skipped: 1, pending: 1 })
    expect(await balanceOf(server.database, other, templateId)).toBe('1/0/0')
  })

  it('refuses a body that no event has, and other methods', async () => {
    const { query } = signed('x')
    expect((await post(query, 'x'.repeat(70_000))).status).toBe(413)
    expect((await fetch(`${server.url}/api/wechat/callback`, { method: 'DELETE' })).status).toBe(405)
  })
})
