import { api, Refusal, type Choice, type Notice, type PhoneState, type Site } from './api'
import { AppFrame } from './appFrame'
import { Banner } from './banner'
import { Bridge, BridgeFailure, type Params } from './bridge'
import { askToCall, showPlace } from './deviceSheets'
import { button, make } from './dom'
import { icon } from './icons'
import { lastRead, setLastRead, type Owner } from './identity'
import { Inbox } from './inbox'
import { askToScan } from './scanSheet'
import { SheetLayer } from './sheet'
import { showSettings } from './settingsSheet'
import { statusBar } from './statusBar'
import { askToSubscribe } from './subscribeSheet'
import { Toast } from './toast'

export interface PhoneEvents {
  /** Something changed at WeChat's side: grants, switches, notices. */
  changed(): void
}

/** One phone: WeChat around the members' app, for the member whose turn it is. */
export class Phone {
  readonly element: HTMLElement
  private readonly frame: AppFrame
  private readonly bridge: Bridge
  private readonly inbox: Inbox
  private readonly banner: Banner
  private readonly toast = new Toast()
  private readonly app: HTMLElement
  private readonly screen: HTMLElement
  private readonly sheets: SheetLayer
  private notices: Notice[] = []
  private stream: EventSource | null = null
  private owner: Owner = '甲'
  private id = ''

  constructor(
    private readonly site: Site,
    private readonly events: PhoneEvents,
  ) {
    this.frame = new AppFrame(({ top, bottom, dark, home }) => {
      this.screen.style.setProperty('--edge', top)
      this.screen.style.setProperty('--foot', bottom)
      this.screen.classList.toggle('on-dark', dark)
      this.screen.classList.toggle('at-home', home)
    })
    this.bridge = new Bridge(this.frame.element, this.methods())
    this.inbox = new Inbox(site.miniProgram, {
      openPage: (page) => this.openPage(page),
      openApp: () => this.showApp(),
      read: () => this.markRead(),
    })
    this.banner = new Banner((notice) => this.openPage(notice.page))
    this.app = make('section', { class: 'app', attributes: { 'aria-label': site.miniProgram } }, [
      make('div', { class: 'app__bar', attributes: { 'aria-hidden': 'true' } }, [site.miniProgram]),
      this.frame.element,
      this.capsule(),
    ])
    const status = statusBar()
    this.sheets = new SheetLayer(() => [this.app, this.inbox.chats, this.inbox.messages, this.banner.element])
    this.screen = make('div', { class: 'phone__screen' }, [
      status,
      this.app,
      this.inbox.chats,
      this.inbox.messages,
      make('div', { class: 'foot', attributes: { 'aria-hidden': 'true' } }),
      this.sheets.element,
      this.banner.element,
      this.toast.element,
    ])
    this.element = make('main', { class: 'phone', attributes: { 'aria-label': '手机' } }, [
      make('h1', { class: 'visually-hidden' }, ['手机模拟']),
      this.screen,
    ])
  }

  /** Hands the phone to a member. The app starts anew, as on a phone of their own. */
  async take(owner: Owner, state: PhoneState): Promise<void> {
    const again = this.id !== ''
    this.owner = owner
    this.id = state.phoneId
    this.stream?.close()
    this.banner.hide()
    this.notices = (await api.notices(this.id)).notices
    this.present()
    this.listen()
    this.showApp()
    if (again) this.load('/')
  }

  /** Ends the app in the frame, so that it writes nothing more into the storage of this member. */
  async putDown(): Promise<void> {
    this.stream?.close()
    await this.frame.unload()
  }

  showNotices(): void {
    this.app.hidden = true
    this.screen.classList.add('outside')
    this.inbox.showMessages()
  }

  /** Points the camera at a mini-program code and opens what it leads to. */
  async scan(): Promise<void> {
    const code = await askToScan(this.sheets, (await api.codes()).codes)
    if (code === null) return
    this.openPage((await api.scan(this.id, code)).path)
  }

  private listen(): void {
    const stream = new EventSource(api.streamAddress(this.id))
    this.stream = stream
    // after a broken connection: what arrived meanwhile is in the list
    stream.addEventListener('open', () => void this.catchUp())
    stream.addEventListener('notice', (event: MessageEvent<string>) => this.arrive(JSON.parse(event.data) as Notice))
  }

  private async catchUp(): Promise<void> {
    const known = new Set(this.notices.map(({ id }) => id))
    const { notices } = await api.notices(this.id)
    for (const notice of notices.filter(({ id }) => !known.has(id)).reverse()) this.arrive(notice)
  }

  private arrive(notice: Notice): void {
    if (this.notices.some(({ id }) => id === notice.id)) return
    this.notices = [notice, ...this.notices]
    if (this.inbox.isReading) setLastRead(this.owner, notice.at)
    else this.banner.show(notice)
    this.present()
    this.events.changed()
  }

  private present(): void {
    const read = lastRead(this.owner)
    this.inbox.show(this.notices, this.notices.filter(({ at }) => at > read).length)
  }

  private markRead(): void {
    setLastRead(this.owner, this.notices[0]?.at ?? '')
    this.banner.hide()
    this.present()
  }

  private showApp(): void {
    this.inbox.hide()
    this.app.hidden = false
    this.screen.classList.remove('outside')
  }

  private showChats(): void {
    this.app.hidden = true
    this.screen.classList.add('outside')
    this.inbox.showChats()
  }

  private openPage(page: string): void {
    this.showApp()
    const path = page.startsWith('/') ? page : `/${page}`
    if (!this.bridge.openInApp(path)) this.load(path)
  }

  private load(path: string): void {
    this.bridge.forget()
    this.frame.load(path)
  }

  private capsule(): HTMLElement {
    const part = (label: string, name: 'more' | 'close', tap: () => void): HTMLButtonElement => {
      const element = button('', 'capsule__part', tap)
      element.setAttribute('aria-label', label)
      element.append(icon(name, 20))
      return element
    }
    return make('div', { class: 'capsule', attributes: { role: 'group', 'aria-label': '小程序菜单' } }, [
      part('更多', 'more', () => void this.settings()),
      part('关闭小程序', 'close', () => this.showChats()),
    ])
  }

  private async settings(): Promise<void> {
    const answer = await showSettings(this.sheets, await api.phone(this.id), this.site.templates)
    if (answer.kind === 'reload') {
      this.bridge.forget()
      return this.frame.reload()
    }
    if (answer.kind === 'none') return
    if (answer.kind === 'mainSwitch') await api.changePhone(this.id, { mainSwitch: answer.on })
    else await api.changePhone(this.id, { unsubscribe: [answer.templateId] })
    this.toast.show('已更新订阅消息设置')
    this.events.changed()
  }

  private methods() {
    return {
      hello: () => Promise.resolve({ phone: true }),
      login: () => api.loginCode(this.id),
      requestSubscribeMessage: (params: Params) => this.subscribe(params),
      makePhoneCall: async ({ phoneNumber }: Params) => {
        if (!(await askToCall(this.sheets, String(phoneNumber)))) throw new BridgeFailure('makePhoneCall:fail cancel')
        return {}
      },
      openLocation: (params: Params) => {
        const { latitude, longitude, name = '', address = '' } = params
        const place = { name: String(name), address: String(address) }
        void showPlace(this.sheets, { latitude: Number(latitude), longitude: Number(longitude), ...place })
        return Promise.resolve({})
      },
      getSetting: async () => {
        const { mainSwitch, kept } = await api.phone(this.id)
        return { errMsg: 'getSetting:ok', subscriptionsSetting: { mainSwitch, itemSettings: kept } }
      },
      openSetting: async () => {
        await this.settings()
        return {}
      },
      setClipboardData: async ({ data }: Params) => {
        // a browser may refuse; the phone's own clipboard is what counts here
        await navigator.clipboard?.writeText(String(data)).catch(() => undefined)
        this.toast.show('内容已复制')
        return {}
      },
    }
  }

  /** `wx.requestSubscribeMessage`: no dialog when every choice is kept; each accept counts either way. */
  private async subscribe({ tmplIds }: Params): Promise<unknown> {
    const ids = Array.isArray(tmplIds) ? tmplIds.map(String) : []
    const state = await api.phone(this.id)
    const templates = this.site.templates.filter(({ id }) => ids.includes(id))
    try {
      const blocked = !state.mainSwitch || templates.length === 0 || templates.length < ids.length
      const kept = ids.every((id) => state.kept[id] !== undefined)
      if (blocked || kept) {
        const answers = Object.fromEntries(ids.map((id): [string, Choice] => [id, state.kept[id] ?? 'reject']))
        return await api.subscribe(this.id, answers, false)
      }
      const { answers, keep } = await askToSubscribe(this.sheets, this.site.miniProgram, templates)
      return await api.subscribe(this.id, answers, keep)
    } catch (error) {
      if (error instanceof Refusal) throw new BridgeFailure(error.message, error.errCode)
      throw error
    } finally {
      this.events.changed()
    }
  }
}
