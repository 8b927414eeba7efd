import './styles/tokens.css'
import './styles/desk.css'
import './styles/phone.css'
import './styles/inbox.css'
import './styles/sheets.css'
import './styles/scan.css'
import { api, Refusal, type AcceptedSend } from './api'
import { Desk } from './desk'
import { make } from './dom'
import { currentOwner, phoneIdOf, phoneOf, switchTo, type Owner } from './identity'
import { Phone } from './phone'

const REFRESH_MS = 4000

async function start(root: HTMLElement): Promise<void> {
  const site = await api.site()
  const sends: AcceptedSend[] = []

  async function refresh(): Promise<void> {
    const owner = currentOwner()
    const id = phoneIdOf(owner)
    if (id === null) return
    const [state, accepted, { faults }] = await Promise.all([
      api.phone(id),
      api.accepted(sends.at(-1)?.seq ?? 0),
      api.faults(),
    ])
    // a stand-in that began anew counts from one again
    if (accepted.total < (sends.at(-1)?.seq ?? 0)) sends.length = 0
    sends.push(...accepted.sends)
    desk.showPhone(owner, state)
    desk.showSends(sends, accepted.total)
    desk.showFaults(faults)
  }
  /** When the desk cannot be renewed it stays as it is until the next time; a phone that is gone is replaced. */
  const refreshQuietly = (): void =>
    void refresh().catch((error: unknown) => {
      if (error instanceof Refusal && error.status === 404) location.reload()
    })

  async function handTo(owner: Owner): Promise<void> {
    await phone.putDown()
    switchTo(owner)
    await phone.take(owner, await phoneOf(owner))
    await refresh()
  }

  const phone = new Phone(site, { changed: refreshQuietly })
  const desk = new Desk(site, {
    switchTo: (owner) => void handTo(owner),
    showNotices: () => phone.showNotices(),
    scan: () => void phone.scan(),
    setMainSwitch: (mainSwitch) => {
      const id = phoneIdOf(currentOwner())
      if (id !== null) void api.changePhone(id, { mainSwitch }).then(refreshQuietly)
    },
  })
  // the phone is known before the app in the frame starts and asks to log in
  const first = await phoneOf(currentOwner())
  root.replaceChildren(desk.left, phone.element, desk.right)
  await phone.take(currentOwner(), first)
  await refresh()
  setInterval(() => document.visibilityState === 'visible' && refreshQuietly(), REFRESH_MS)
}

const root = document.getElementById('desk')
if (root !== null) {
  start(root).catch(() => {
    root.replaceChildren(
      make('p', { class: 'desk__failed', attributes: { role: 'alert' } }, [
        '微信沙箱没有运行，请确认服务器已启动且未设置 WECHAT_APPID。',
      ]),
    )
  })
}
