import type { PhoneState, Template } from './api'
import { button, make } from './dom'
import type { SheetLayer } from './sheet'

export type SettingsAnswer =
  | { kind: 'none' }
  | { kind: 'reload' }
  | { kind: 'mainSwitch'; on: boolean }
  | { kind: 'unsubscribe'; templateId: string }

/** What the capsule's menu offers: the member's own switches for subscription messages. */
export const showSettings = (layer: SheetLayer, phone: PhoneState, templates: Template[]): Promise<SettingsAnswer> =>
  layer.open<SettingsAnswer>({
    title: '订阅消息设置',
    className: 'settings',
    dismissed: { kind: 'none' },
    content: (close) => {
      const main = make('input', {
        class: 'switch',
        attributes: { type: 'checkbox', role: 'switch' },
      })
      main.checked = phone.mainSwitch
      main.addEventListener('change', () => close({ kind: 'mainSwitch', on: main.checked }))
      const rows = templates.map(({ id, title }) => {
        const left = phone.grants[id] ?? 0
        const stop = button('退订', 'settings__stop', () => close({ kind: 'unsubscribe', templateId: id }))
        stop.setAttribute('aria-label', `退订${title}`)
        stop.disabled = left === 0
        return make('div', { class: 'settings__row' }, [
          make('span', { class: 'settings__name' }, [title]),
          make('span', { class: 'settings__left' }, [left === 0 ? '未订阅' : `可接收 ${left} 次`]),
          stop,
        ])
      })
      return [
        make('label', { class: 'settings__row' }, [make('span', { class: 'settings__name' }, ['接收订阅消息']), main]),
        ...rows,
        make('div', { class: 'actions__group' }, [
          button('重新进入小程序', 'actions__row', () => close({ kind: 'reload' })),
          button('关闭', 'actions__row', () => close({ kind: 'none' })),
        ]),
      ]
    },
  })
