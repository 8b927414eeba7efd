import type { Notice } from './api'
import { make, newId } from './dom'
import { icon } from './icons'
import { messageTime } from './times'

/** A subscription message as WeChat shows it: mini-program, title, label and value rows, the way into the mini-program. */
export function noticeCard(notice: Notice, open: (page: string) => void): HTMLElement {
  const titleId = newId('notice')
  const enter = make(
    'button',
    {
      class: 'card__enter',
      attributes: { type: 'button', 'aria-describedby': titleId, disabled: notice.page === '' },
      on: { click: () => open(notice.page) },
    },
    [make('span', {}, ['进入小程序查看']), icon('next', 16)],
  )
  const card = make('article', { class: 'card', attributes: { 'aria-labelledby': titleId } }, [
    make('p', { class: 'card__from' }, [
      make('span', { class: 'emblem emblem--tiny' }, [icon('waves', 13)]),
      notice.miniProgram,
    ]),
    make('h3', { class: 'card__title', attributes: { id: titleId } }, [notice.title]),
    make(
      'dl',
      { class: 'card__rows' },
      notice.rows.map(({ label, value }) =>
        make('div', { class: 'card__row' }, [make('dt', {}, [label]), make('dd', {}, [value])]),
      ),
    ),
    enter,
  ])
  // the whole card is the way in for a finger; the button is for everyone else
  card.addEventListener('click', (event) => {
    if (!enter.contains(event.target as Node)) enter.click()
  })
  return make('li', { class: 'messages__item' }, [
    make('time', { class: 'messages__time', attributes: { datetime: notice.at } }, [messageTime(notice.at)]),
    card,
  ])
}
