import { api, type DrawnCode } from './api'
import { make } from './dom'
import { messageTime } from './times'
import type { SheetLayer } from './sheet'

const PAGES: Record<string, string> = {
  'pages/article/index': '文章',
  'pages/alerts/index': '提醒',
  'pages/binding/index': '工作人员绑定',
}

const codeButton = ({ id, page, at }: DrawnCode, scan: () => void): HTMLElement =>
  make('button', { class: 'scan__code', attributes: { type: 'button' }, on: { click: scan } }, [
    make('img', { class: 'scan__picture', attributes: { src: api.codePicture(id), alt: '' } }),
    make('span', { class: 'scan__name' }, [PAGES[page] ?? '小程序']),
    make('span', { class: 'scan__time' }, [messageTime(at)]),
  ])

/**
 * WeChat's 扫一扫. This phone has no camera: it offers what it could see on other screens, the codes that were drawn last.
 * Answers with the code's id, or null.
 */
export const askToScan = (layer: SheetLayer, codes: DrawnCode[]): Promise<string | null> =>
  layer.open<string | null>({
    title: '扫一扫',
    className: 'scan',
    dismissed: null,
    content: (close) => [
      make('p', { class: 'scan__hint' }, [
        codes.length === 0
          ? '镜头前还没有小程序码。请先在后台或网页上显示一个，再来扫。'
          : '镜头前的小程序码，最近显示的在前：',
      ]),
      make(
        'div',
        { class: 'scan__list' },
        codes.map((code) => codeButton(code, () => close(code.id))),
      ),
    ],
  })
