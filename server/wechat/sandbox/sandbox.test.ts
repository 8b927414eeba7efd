import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { SANDBOX_APPID, SANDBOX_SECRET } from './index'
import { startSandbox, stopSandboxes, temporaryFolder, TEMPLATE, VALUES } from './testSandbox'

afterEach(stopSandboxes)

describe('login', () => {
  it('gives a phone its openid once for each code', async () => {
    const { control, login } = await startSandbox()
    const { phoneId } = await control<{ phoneId: string }>('/phones')
    const { code } = await control<{ code: string }>(`/phones/${phoneId}/login-code`)
    expect((await login(code)).openid).toMatch(/^o[\w-]{27}$/)
    expect(await login(code)).toMatchObject({ errcode: 40163 })
    expect(await login('made-up')).toMatchObject({ errcode: 40029 })
  })

  it('refuses a member whom WeChat holds for high-risk', async () => {
    const { control, login } = await startSandbox()
    const { phoneId } = await control<{ phoneId: string }>('/phones')
    await control(`/phones/${phoneId}`, { blocked: true }, 'PUT')
    const { code } = await control<{ code: string }>(`/phones/${phoneId}/login-code`)
    expect(await login(code)).toMatchObject({ errcode: 40226 })
  })
})

describe('stable_token', () => {
  it('gives everyone the same token until its last five minutes, when old and new are good side by side', async () => {
    let now = Date.UTC(2026, 10, 23)
    const { token, member, send } = await startSandbox({ clock: { now: () => now } })
    const { openid } = await member(9)
    const first = await token()
    expect(first.expires_in).toBe(7200)
    now += 6_000_000
    expect((await token()).access_token).toBe(first.access_token)
    now += 1_000_000
    const second = await token()
    expect(second.access_token).not.toBe(first.access_token)
    expect((await send(openid, {}, first.access_token)).errcode).toBe(0)
    expect((await send(openid, {}, second.access_token)).errcode).toBe(0)
    now += 300_000
    expect((await send(openid, {}, first.access_token)).errcode).toBe(42001)
  })

  it('does not refresh by force twice within thirty seconds, nor more than twenty times a day', async () => {
    let now = Date.UTC(2026, 10, 23)
    const { post } = await startSandbox({ clock: { now: () => now } })
    const force = async () => {
      const body = {
        grant_type: 'client_credential',
        appid: SANDBOX_APPID,
        secret: SANDBOX_SECRET,
        force_refresh: true,
      }
      const answer = await post('/sandbox/wechat/cgi-bin/stable_token', body)
      return (await answer.json()) as { access_token?: string; errcode?: number }
    }
    const first = await force()
    expect(await force()).toEqual(first)
    for (let time = 2; time <= 20; time += 1) {
      now += 30_000
      expect((await force()).access_token).toBeDefined()
    }
    now += 30_000
    expect((await force()).errcode).toBe(45009)
  })

  it.each([40001, 40014, 42001])('refuses a token that went bad with %d and gives another', async (code) => {
    const { control, token, member, send } = await startSandbox()
    const { openid } = await member()
    const { access_token: old } = await token()
    await control('/tokens/revoke', { code })
    expect((await send(openid, {}, old)).errcode).toBe(code)
    expect((await send(openid)).errcode).toBe(0)
  })

  it('asks for the right app and secret', async () => {
    const { post } = await startSandbox()
    const ask = async (body: object) =>
      (await (await post('/sandbox/wechat/cgi-bin/stable_token', body)).json()) as { errcode: number }
    expect((await ask({ grant_type: 'client_credential', appid: 'wx', secret: 'x' })).errcode).toBe(40013)
    expect((await ask({ grant_type: 'client_credential', appid: SANDBOX_APPID, secret: 'x' })).errcode).toBe(40125)
  })
})

describe('sending', () => {
  it('reaches the phone with the labels of the template, and uses up the grant', async () => {
    const { url, member, send } = await startSandbox()
    const { phoneId, openid } = await member(1)
    expect((await send(openid)).errcode).toBe(0)
    const { notices } = (await (await fetch(`${url}/sandbox/api/phones/${phoneId}/notices`)).json()) as {
      notices: object[]
    }
    expect(notices).toMatchObject([
      {
        title: '活动预告通知',
        miniProgram: '珠海社工协会',
        page: 'pages/article/index?id=1',
        rows: [
          { label: '活动名称', value: '滨海长者健步行' },
          { label: '活动时间', value: '2026年11月28日 09:00' },
        ],
      },
    ])
    expect((await send(openid)).errcode).toBe(43101)
  })

  it('writes the message id as a bare number that a JavaScript number would round', async () => {
    const { url, member, sendRaw } = await startSandbox()
    const { openid } = await member()
    const text = await (await sendRaw(openid)).text()
    const msgid = /"msgid":(\d+)/.exec(text)?.[1] ?? ''
    expect(BigInt(msgid)).toBeGreaterThan(2n ** 53n)
    expect(String((JSON.parse(text) as { msgid: number }).msgid)).not.toBe(msgid)
    const accepted = (await (await fetch(`${url}/sandbox/api/accepted`)).json()) as { sends: { msgid: string }[] }
    expect(accepted.sends.map((sent) => sent.msgid)).toEqual([msgid])
  })

  it('names what is wrong with a send', async () => {
    const { control, member, send } = await startSandbox()
    const { phoneId, openid } = await member(5)
    expect((await send('o-nobody')).errcode).toBe(40003)
    expect((await send(openid, { template_id: 'other' })).errcode).toBe(40037)
    expect((await send(openid, { page: 'pages/secret/index' })).errcode).toBe(41030)
    expect((await send(openid, {}, 'x'.repeat(100))).errcode).toBe(40001)
    expect((await send(openid, {}, 'short')).errcode).toBe(40014)
    expect((await send(openid, { data: 'no' })).errcode).toBe(47001)
    const long = { ...VALUES, thing1: { value: '一'.repeat(21) } }
    expect(await send(openid, { data: long })).toMatchObject({
      errcode: 47003,
      errmsg: expect.stringContaining('data.thing1.value invalid') as string,
    })
    const empty = { ...VALUES, time2: { value: '' } }
    expect((await send(openid, { data: empty })).errmsg).toContain('data.time2.value is empty')
    await control(`/phones/${phoneId}`, { mainSwitch: false }, 'PUT')
    expect((await send(openid)).errcode).toBe(43101)
  })

  it('refuses a second send to a member whose first is under way', async () => {
    const { member, send, token } = await startSandbox({ latencyMs: 40 })
    const { openid } = await member(5)
    const { access_token: good } = await token()
    const codes = (await Promise.all([send(openid, {}, good), send(openid, {}, good)])).map(({ errcode }) => errcode)
    expect(codes.sort()).toEqual([0, 43108])
    expect((await send(openid, {}, good)).errcode).toBe(0)
  })

  it('has each accepted send on the disk before it answers', async () => {
    const acceptedFile = join(temporaryFolder(), 'accepted.ndjson')
    const { member, send } = await startSandbox({ acceptedFile })
    const members = await Promise.all([member(), member(), member()])
    await Promise.all(members.map(({ openid }) => send(openid)))
    const lines = readFileSync(acceptedFile, 'utf8').trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { openid: string }).openid).sort()).toEqual(
      members.map(({ openid }) => openid).sort(),
    )
  })
})

describe('the dialog', () => {
  it('counts a grant for each accept and fails as WeChat does', async () => {
    const { control, post, member, send } = await startSandbox()
    const { phoneId, openid } = await member(0)
    const subscribe = `/phones/${phoneId}/subscribe`
    expect(await control(subscribe, { answers: { [TEMPLATE.id]: 'reject' } })).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      [TEMPLATE.id]: 'reject',
    })
    expect((await send(openid)).errcode).toBe(43101)
    await control(subscribe, { answers: { [TEMPLATE.id]: 'accept' }, keep: true })
    expect((await send(openid)).errcode).toBe(0)
    const unknown = await post(`/sandbox/api${subscribe}`, { answers: { other: 'accept' } })
    expect([unknown.status, await unknown.json()]).toMatchObject([400, { errCode: 20001 }])
    await control(`/phones/${phoneId}`, { mainSwitch: false }, 'PUT')
    expect(await control(subscribe, { answers: { [TEMPLATE.id]: 'accept' } })).toMatchObject({ errCode: 20004 })
  })
})

it('keeps phones, grants, notices and the token over a restart', async () => {
  const snapshotFile = join(temporaryFolder(), 'sandbox.json')
  const before = await startSandbox({ snapshotFile })
  const { phoneId, openid } = await before.member(2)
  const { access_token: good } = await before.token()
  await before.send(openid, {}, good)
  await before.sandbox.stop()
  const after = await startSandbox({ snapshotFile })
  expect((await after.send(openid, {}, good)).errcode).toBe(0)
  expect((await after.send(openid, {}, good)).errcode).toBe(43101)
  const { notices } = (await (await fetch(`${after.url}/sandbox/api/phones/${phoneId}/notices`)).json()) as {
    notices: object[]
  }
  expect(notices).toHaveLength(2)
})

it('tells an open phone page of a notice as it arrives', async () => {
  const { url, member, send } = await startSandbox()
  const { phoneId, openid } = await member()
  const stream = await fetch(`${url}/sandbox/api/phones/${phoneId}/stream`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  await send(openid)
  let heard = ''
  while (!heard.includes('event: notice')) heard += (await reader?.read())?.value ?? ''
  expect(heard).toContain('滨海长者健步行')
  await reader?.cancel()
})
