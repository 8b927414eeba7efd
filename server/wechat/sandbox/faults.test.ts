import { startSandbox, stopSandboxes } from './testSandbox'

afterEach(stopSandboxes)

describe('faults to order', () => {
  const accepted = async (url: string) =>
    ((await (await fetch(`${url}/sandbox/api/accepted`)).json()) as { total: number }).total

  it.each([
    [{ kind: 'bad_gateway' }, 502, '502', 0],
    [{ kind: 'bad_gateway', accepted: true }, 502, '502', 1],
    [{ kind: 'html', accepted: true }, 200, '<html', 1],
    [{ kind: 'busy' }, 200, '-1', 0],
    [{ kind: 'busy', accepted: true }, 200, '-1', 1],
    [{ kind: 'errcode', errcode: 45009 }, 200, '45009', 0],
    [{ kind: 'slow_bytes', intervalMs: 1 }, 200, '"msgid"', 1],
  ])('%j befalls one call', async (fault, status, text, total) => {
    const { url, control, member, send, sendRaw } = await startSandbox()
    const { openid } = await member(5)
    await control('/faults', fault)
    const answer = await sendRaw(openid)
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(text)])
    expect(await accepted(url)).toBe(total)
    expect((await send(openid)).errcode).toBe(0)
  })

  it('resets the connection after the body, with the message taken', async () => {
    const { url, control, member, sendRaw } = await startSandbox()
    const { openid } = await member()
    await control('/faults', { kind: 'reset_after_body', accepted: true })
    await expect(sendRaw(openid)).rejects.toThrow()
    expect(await accepted(url)).toBe(1)
  })

  it('never answers from a black hole', async () => {
    const { url, control, member, sendRaw } = await startSandbox()
    const { openid } = await member()
    await control('/faults', { kind: 'black_hole', accepted: true })
    await expect(sendRaw(openid, {}, undefined, AbortSignal.timeout(150))).rejects.toThrow()
    expect(await accepted(url)).toBe(1)
  })

  it('befalls only the phone it was ordered for', async () => {
    const { control, member, send } = await startSandbox()
    const [unlucky, other] = [await member(), await member()]
    await control('/faults', { kind: 'errcode', errcode: 43107, phoneId: unlucky.phoneId })
    expect((await send(other.openid)).errcode).toBe(0)
    expect((await send(unlucky.openid)).errcode).toBe(43107)
  })

  it('refuses an order it does not know, and one that another site could make with a form', async () => {
    const { url, post } = await startSandbox()
    expect((await post('/sandbox/api/faults', { kind: 'meteor' })).status).toBe(400)
    const form = await fetch(`${url}/sandbox/api/faults`, { method: 'POST', body: '{"kind":"busy"}' })
    expect(form.status).toBe(415)
  })
})
