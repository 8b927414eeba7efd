import { button, make } from './dom'
import { icon } from './icons'
import type { SheetLayer } from './sheet'

/** The action sheet before a call. Resolves to whether the member called. */
export async function askToCall(layer: SheetLayer, number: string): Promise<boolean> {
  const called = await layer.open<boolean>({
    title: '拨打电话',
    heading: false,
    className: 'actions',
    dismissed: false,
    content: (close) => {
      const call = button(`呼叫 ${number}`, 'actions__row', () => close(true))
      call.prepend(icon('phone', 20))
      return [
        make('div', { class: 'actions__group' }, [call]),
        make('div', { class: 'actions__group' }, [button('取消', 'actions__row', () => close(false))]),
      ]
    },
  })
  if (called) void showCall(layer, number)
  return called
}

const showCall = (layer: SheetLayer, number: string): Promise<void> =>
  layer.open<void>({
    title: '通话中',
    heading: false,
    className: 'call',
    dismissed: undefined,
    content: (close) => {
      const end = button('', 'call__end', () => close())
      end.setAttribute('aria-label', '挂断')
      end.append(icon('phone', 30))
      return [
        make('p', { class: 'call__number' }, [number]),
        make('p', { class: 'call__state' }, ['正在呼叫…（模拟，不会真的拨出）']),
        end,
      ]
    },
  })

export interface Place {
  latitude: number
  longitude: number
  name: string
  address: string
}

/** A place as WeChat's map shows it; the map itself is only hinted at, so that no outside tiles are loaded. */
export const showPlace = (layer: SheetLayer, place: Place): Promise<void> =>
  layer.open<void>({
    title: '地图',
    heading: false,
    className: 'map',
    dismissed: undefined,
    content: (close) => {
      const done = button('完成', 'map__done', () => close())
      return [
        make('div', { class: 'map__picture' }, [make('span', { class: 'map__pin' }, [icon('pin', 40)]), done]),
        make('div', { class: 'map__place' }, [
          make('p', { class: 'map__name' }, [place.name || '位置']),
          make('p', { class: 'map__address' }, [place.address]),
          make('p', { class: 'map__point' }, [`${place.latitude.toFixed(4)}, ${place.longitude.toFixed(4)}`]),
        ]),
      ]
    },
  })
