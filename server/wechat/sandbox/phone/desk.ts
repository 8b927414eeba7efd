import { api, type AcceptedSend, type FaultOrder, type PhoneState, type Site } from './api'
import { button, make } from './dom'
import { OWNERS, ownerOf, type Owner } from './identity'
import { messageTime } from './times'

export interface DeskActions {
  switchTo(owner: Owner): void
  showNotices(): void
  scan(): void
  setMainSwitch(on: boolean): void
}

interface FaultButton {
  label: string
  hint: string
  order: FaultOrder | 'revoke'
}

const FAULTS: FaultButton[] = [
  { label: '次数用完', hint: '下一次发送答复 43101', order: { kind: 'errcode', errcode: 43101 } },
  { label: '令牌失效', hint: '当前 access_token 立即作废', order: 'revoke' },
  { label: '黑洞', hint: '下一次发送已收下，但永不答复', order: { kind: 'black_hole', accepted: true } },
  { label: '系统繁忙', hint: '下一次发送答复 −1，未收下', order: { kind: 'busy' } },
  { label: '网关错误', hint: '下一次发送答复 502', order: { kind: 'bad_gateway' } },
  { label: '模板停用', hint: '下一次发送答复 40037', order: { kind: 'errcode', errcode: 40037 } },
  { label: '投递失败', hint: '下一次回执报告未送达', order: { kind: 'sent_event_failed' } },
  { label: '回执丢失', hint: '下一次不再推送回执', order: { kind: 'sent_event_lost' } },
]

const SHOWN_SENDS = 30

const section = (title: string, children: (Node | null)[]): HTMLElement =>
  make('section', { class: 'desk__section' }, [make('h2', {}, [title]), ...children])

/** What stands beside the phone: whose it is, what WeChat knows, what may go wrong, what was accepted. */
export class Desk {
  readonly left: HTMLElement
  readonly right: HTMLElement
  private readonly owners: Map<Owner, HTMLButtonElement>
  private readonly mainSwitch = make('input', { class: 'switch', attributes: { type: 'checkbox', role: 'switch' } })
  private readonly grants = make('dl', { class: 'grants' })
  private readonly waiting = make('p', { class: 'desk__note', attributes: { role: 'status' } })
  private readonly total = make('span', { class: 'desk__count' })
  private readonly sends = make('ol', {
    class: 'sends',
    attributes: { tabindex: '0', 'aria-label': '微信已收下的发送' },
  })

  constructor(
    private readonly site: Site,
    actions: DeskActions,
  ) {
    this.owners = new Map(
      OWNERS.map((owner) => [owner, button(`会员${owner}`, 'segment', () => actions.switchTo(owner))]),
    )
    this.mainSwitch.addEventListener('change', () => actions.setMainSwitch(this.mainSwitch.checked))
    this.left = make('aside', { class: 'desk__side', attributes: { 'aria-label': '手机与会员' } }, [
      make('p', { class: 'desk__title', attributes: { 'aria-hidden': 'true' } }, ['手机模拟']),
      make('p', { class: 'desk__lead' }, [
        `内置的微信沙箱：像会员一样使用“${site.miniProgram}”小程序，订阅提醒，并收到服务器发出的服务通知。`,
      ]),
      section('这部手机属于', [
        make('div', { class: 'segments', attributes: { role: 'group', 'aria-label': '选择会员' } }, [
          ...this.owners.values(),
        ]),
        button('查看服务通知', 'desk__button', () => actions.showNotices()),
        button('扫一扫', 'desk__button', () => actions.scan()),
      ]),
      section('微信记录的授权', [
        make('label', { class: 'desk__switch' }, [make('span', {}, ['接收订阅消息（总开关）']), this.mainSwitch]),
        this.grants,
      ]),
      make('p', { class: 'desk__links' }, [
        make('a', { attributes: { href: '/admin/', target: '_blank', rel: 'noopener' } }, ['打开工作人员后台']),
        make('a', { attributes: { href: '/', target: '_blank', rel: 'noopener' } }, ['在浏览器中打开会员端']),
      ]),
    ])
    this.right = make('aside', { class: 'desk__side', attributes: { 'aria-label': '微信一侧' } }, [
      section('制造故障', [
        make(
          'div',
          { class: 'faults' },
          FAULTS.map((fault) => this.faultButton(fault)),
        ),
        this.waiting,
      ]),
      make('section', { class: 'desk__section desk__section--fill' }, [
        make('h2', {}, ['微信已收下的发送', this.total]),
        this.sends,
      ]),
    ])
    this.showSends([], 0)
  }

  showPhone(owner: Owner, { mainSwitch, grants }: PhoneState): void {
    for (const [name, element] of this.owners) element.setAttribute('aria-pressed', String(name === owner))
    this.mainSwitch.checked = mainSwitch
    this.grants.replaceChildren(
      ...this.site.templates.map(({ id, title }) =>
        make('div', { class: 'grants__row' }, [make('dt', {}, [title]), make('dd', {}, [`${grants[id] ?? 0} 次`])]),
      ),
    )
  }

  showFaults(faults: FaultOrder[]): void {
    if (faults.length === 0) {
      this.waiting.replaceChildren('当前没有待发生的故障。')
      return
    }
    const names = faults.map(({ kind, errcode }) => this.nameOf(kind, errcode))
    const clear = button(
      '全部取消',
      'desk__clear',
      () => void api.clearFaults().then((left) => this.showFaults(left.faults)),
    )
    this.waiting.replaceChildren(`待发生：${names.join('、')}。`, clear)
  }

  showSends(sends: AcceptedSend[], total: number): void {
    this.total.textContent = String(total)
    const rows = sends
      .slice(-SHOWN_SENDS)
      .reverse()
      .map((send) => this.sendRow(send))
    const none = make('li', { class: 'sends__none' }, ['还没有。会员订阅后，在后台发布活动并选择“通知订阅者”。'])
    this.sends.replaceChildren(...(rows.length > 0 ? rows : [none]))
  }

  private nameOf(kind: string, errcode: number | undefined): string {
    const known = FAULTS.find(({ order }) => order !== 'revoke' && order.kind === kind && order.errcode === errcode)
    return known?.label ?? (errcode === undefined ? kind : String(errcode))
  }

  private faultButton({ label, hint, order }: FaultButton): HTMLButtonElement {
    const element = button('', 'fault', () => {
      if (order !== 'revoke') void api.orderFault(order).then(({ faults }) => this.showFaults(faults))
      else void api.revokeToken().then(() => this.waiting.replaceChildren('令牌已作废，下一次发送会先刷新令牌。'))
    })
    element.append(make('span', { class: 'fault__name' }, [label]), make('span', { class: 'fault__hint' }, [hint]))
    return element
  }

  private sendRow({ at, templateId, values, msgid, phoneId }: AcceptedSend): HTMLElement {
    const owner = ownerOf(phoneId)
    const title = this.site.templates.find(({ id }) => id === templateId)?.title ?? templateId
    return make('li', { class: 'sends__row' }, [
      make('span', { class: 'sends__what' }, [title]),
      make('time', { class: 'sends__time', attributes: { datetime: at } }, [messageTime(at)]),
      make('span', { class: 'sends__value' }, [Object.values(values)[0] ?? '']),
      make('span', { class: 'sends__who' }, [owner === null ? '其他手机' : `会员${owner}`]),
      make('span', { class: 'sends__id' }, [`msgid ${msgid}`]),
    ])
  }
}
