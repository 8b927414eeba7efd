import { make } from './dom'
import { clockNow } from './times'

const TICK_MS = 5000

/** Shanghai's time and the signs that a phone shows; none of them means anything here. */
export function statusBar(): HTMLElement {
  const clock = make('span', { class: 'status__clock' }, [clockNow()])
  setInterval(() => (clock.textContent = clockNow()), TICK_MS)
  const bars = [1, 2, 3, 4].map((height) => make('i', { class: `status__bar status__bar--${height}` }))
  return make('div', { class: 'status', attributes: { 'aria-hidden': 'true' } }, [
    clock,
    make('span', { class: 'status__island' }),
    make('span', { class: 'status__signs' }, [
      make('span', { class: 'status__signal' }, bars),
      make('span', { class: 'status__net' }, ['5G']),
      make('span', { class: 'status__battery' }, [make('i')]),
    ]),
  ])
}
