import type { Notice } from './api'
import { make } from './dom'
import { icon } from './icons'
import { noticeCard } from './noticeCard'
import { messageTime } from './times'

export interface InboxActions {
  openPage(page: string): void
  openApp(): void
  /** The service notices came on the screen. */
  read(): void
}

function bar(title: string, back: (() => void) | null): { bar: HTMLElement; heading: HTMLElement } {
  const heading = make('h2', { class: 'bar__title', attributes: { tabindex: '-1' } }, [title])
  const children = back === null ? [heading] : [backButton(back), heading]
  return { bar: make('header', { class: 'bar' }, children), heading }
}

function backButton(back: () => void): HTMLButtonElement {
  const element = make(
    'button',
    { class: 'bar__back', attributes: { type: 'button', 'aria-label': '返回' }, on: { click: back } },
    [icon('back', 24)],
  )
  return element
}

/** WeChat outside the mini-program: the list of chats, and in it the service notices. */
export class Inbox {
  private notices: Notice[] = []
  private readonly list = make('ol', { class: 'messages__list' })
  private readonly last = make('span', { class: 'chat__last' })
  private readonly lastTime = make('span', { class: 'chat__time' })
  private readonly badge = make('span', { class: 'badge' })
  private readonly chatsHead = bar('微信', null)
  private readonly noticesHead = bar('服务通知', () => this.showChats())
  private readonly scroll = make('div', { class: 'messages', attributes: { tabindex: '0' } }, [this.list])
  readonly chats: HTMLElement
  readonly messages: HTMLElement

  constructor(
    private readonly miniProgram: string,
    private readonly actions: InboxActions,
  ) {
    this.scroll.setAttribute('aria-label', '服务通知列表')
    this.chats = make(
      'section',
      { class: 'view view--chats', attributes: { hidden: true, 'aria-label': '微信聊天列表' } },
      [
        this.chatsHead.bar,
        make('ul', { class: 'chats' }, [make('li', {}, [this.serviceRow()]), make('li', {}, [this.appRow()])]),
      ],
    )
    this.messages = make(
      'section',
      { class: 'view view--messages', attributes: { hidden: true, 'aria-label': '服务通知' } },
      [this.noticesHead.bar, this.scroll],
    )
  }

  get isReading(): boolean {
    return !this.messages.hidden
  }

  /** @param unread how many have not been looked at */
  show(notices: Notice[], unread: number): void {
    this.notices = notices
    const latest = notices[0]
    this.last.textContent = latest === undefined ? '暂无通知' : `${latest.miniProgram}：${latest.title}`
    this.lastTime.textContent = latest === undefined ? '' : messageTime(latest.at)
    this.badge.hidden = unread === 0
    this.badge.textContent = unread > 99 ? '99+' : String(unread)
    this.badge.setAttribute('aria-label', `${unread} 条未读`)
    this.render()
  }

  showChats(): void {
    this.messages.hidden = true
    this.chats.hidden = false
    this.chatsHead.heading.focus({ preventScroll: true })
  }

  showMessages(): void {
    this.chats.hidden = true
    this.messages.hidden = false
    this.actions.read()
    this.noticesHead.heading.focus({ preventScroll: true })
    this.scroll.scrollTop = this.scroll.scrollHeight
  }

  hide(): void {
    this.chats.hidden = true
    this.messages.hidden = true
  }

  private render(): void {
    const oldestFirst = [...this.notices].reverse()
    const nothing = make('li', { class: 'messages__none' }, [
      '还没有收到服务通知。在小程序的“提醒”中订阅后，新活动会在这里告诉您。',
    ])
    const items = oldestFirst.map((notice) => noticeCard(notice, (page) => this.actions.openPage(page)))
    this.list.replaceChildren(...(items.length > 0 ? items : [nothing]))
    this.scroll.scrollTop = this.scroll.scrollHeight
  }

  private serviceRow(): HTMLElement {
    return make('button', { class: 'chat', attributes: { type: 'button' }, on: { click: () => this.showMessages() } }, [
      make('span', { class: 'chat__face chat__face--service' }, [icon('bell', 26), this.badge]),
      make('span', { class: 'chat__text' }, [make('span', { class: 'chat__name' }, ['服务通知']), this.last]),
      this.lastTime,
    ])
  }

  private appRow(): HTMLElement {
    return make(
      'button',
      { class: 'chat', attributes: { type: 'button' }, on: { click: () => this.actions.openApp() } },
      [
        make('span', { class: 'chat__face chat__face--app' }, [icon('waves', 26)]),
        make('span', { class: 'chat__text' }, [
          make('span', { class: 'chat__name' }, [this.miniProgram]),
          make('span', { class: 'chat__last' }, ['小程序']),
        ]),
      ],
    )
  }
}
