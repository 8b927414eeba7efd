import { addressOf } from './call'
import { closeSessionGate, watchSessionGate, waitForSession } from './sessionGate'

describe('the address of a call', () => {
  it('takes its parameters and leaves out what is not asked', () => {
    expect(
      addressOf('/api/admin/articles/{id}', {
        params: { id: 'a/b' },
        query: { q: '社工', channel: undefined, limit: 20 },
      }),
    ).toBe('/api/admin/articles/a%2Fb?q=%E7%A4%BE%E5%B7%A5&limit=20')
  })
})

describe('calls whose session has ended', () => {
  it('all wait for one login and then go on', async () => {
    const opened: boolean[] = []
    const leave = watchSessionGate((open) => opened.push(open))
    const waiting = [waitForSession(), waitForSession()]
    closeSessionGate(true)
    expect(await Promise.all(waiting)).toEqual([true, true])
    expect(opened).toEqual([true, false])
    leave()
  })

  it('fail when the dialog is dismissed, or when there is none', async () => {
    const leave = watchSessionGate(() => undefined)
    const waiting = waitForSession()
    closeSessionGate(false)
    expect(await waiting).toBe(false)
    leave()
    expect(await waitForSession()).toBe(false)
  })
})
