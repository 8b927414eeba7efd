import type { Choice, Template } from './api'
import { button, make } from './dom'
import { icon } from './icons'
import type { SheetLayer } from './sheet'

export interface SubscribeAnswer {
  answers: Record<string, Choice>
  keep: boolean
}

const everyOne = (templates: Template[], choice: Choice): Record<string, Choice> =>
  Object.fromEntries(templates.map(({ id }) => [id, choice]))

function tick(label: string, checked: boolean, className: string): { row: HTMLElement; input: HTMLInputElement } {
  const input = make('input', { class: 'visually-hidden', attributes: { type: 'checkbox' } })
  input.checked = checked
  const mark = make('span', { class: 'tick__mark' }, [icon('check', 14)])
  return { input, row: make('label', { class: `tick ${className}` }, [input, mark, make('span', {}, [label])]) }
}

/** WeChat's dialog: which notices the mini-program may send, once each. Putting it away is a refusal. */
export function askToSubscribe(
  layer: SheetLayer,
  miniProgram: string,
  templates: Template[],
): Promise<SubscribeAnswer> {
  const refused = { answers: everyOne(templates, 'reject'), keep: false }
  return layer.open<SubscribeAnswer>({
    title: '订阅消息',
    heading: false,
    className: 'subscribe',
    dismissed: refused,
    shadeDismisses: false,
    content: (close) => {
      const ticks = templates.map((template) => ({ template, ...tick(template.title, true, 'subscribe__template') }))
      const keep = tick('总是保持以上选择，不再询问', false, 'subscribe__keep')
      const allow = button('允许', 'choice choice--go', () =>
        close({
          answers: Object.fromEntries(
            ticks.map(({ template, input }) => [template.id, input.checked ? 'accept' : 'reject']),
          ),
          keep: keep.input.checked,
        }),
      )
      return [
        make('p', { class: 'subscribe__asker' }, [
          make('span', { class: 'emblem emblem--small' }, [icon('waves', 16)]),
          make('span', {}, [miniProgram]),
          make('span', { class: 'subscribe__wish' }, ['申请']),
        ]),
        make('p', { class: 'subscribe__what' }, ['发送一次以下消息']),
        make(
          'div',
          { class: 'subscribe__list' },
          ticks.map(({ row }) => row),
        ),
        keep.row,
        make('div', { class: 'choices' }, [
          button('拒绝', 'choice', () => close({ ...refused, keep: keep.input.checked })),
          allow,
        ]),
      ]
    },
  })
}
