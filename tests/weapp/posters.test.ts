import type { StaffArticle } from '../../shared/contract'
import { seen } from './host/app'
import { openDesk } from './host/publishing'
import { visits } from './host/visits'

const visit = visits()
let article: StaffArticle

beforeAll(async () => {
  const desk = await openDesk(visit.server)
  article = await desk.publish({ title: '关于'.repeat(50), publisher: '协会秘书处' })
})

async function read(): Promise<void> {
  visit.app.launch(`/pages/article/index?id=${article.id}`)
  await seen(visit.app, () => visit.app.page().element.querySelector('.paragraph'))
}

/** Texts that were written and pictures that were drawn on the canvases of this phone. */
function easel(lost: string[] = []): { written: string[]; drawn: string[] } {
  const written: string[] = []
  const drawn: string[] = []
  const pen = new Proxy(
    {
      measureText: (text: string) => ({ width: text.length * 20 }),
      fillText: (text: string) => void written.push(text),
      drawImage: (picture: { src: string }) => void drawn.push(picture.src),
    } as Record<string, unknown>,
    { get: (known, name) => known[String(name)] ?? (() => undefined), set: () => true },
  )
  const createImage = (): object => {
    const image = { width: 300, height: 300, onload: () => undefined, onerror: () => undefined, address: '' }
    return Object.defineProperty(image, 'src', {
      get: () => image.address,
      set: (address: string) => {
        image.address = address
        queueMicrotask(lost.some((part) => address.includes(part)) ? image.onerror : image.onload)
      },
    })
  }
  visit.phone.canvas = () => ({ width: 0, height: 0, getContext: () => pen, createImage })
  visit.phone.ways = { canvasToTempFilePath: () => Promise.resolve({ tempFilePath: 'wxfile://tmp/drawn.jpg' }) }
  return { written, drawn }
}

describe('a poster', () => {
  it('says what the article is, carries its code, and goes to the album', async () => {
    const { written, drawn } = easel()
    await read()
    const { app } = visit
    app.tap('生成海报')
    await seen(app, () => app.pages().at(-1) === 'pages/article/poster' && app.text().includes('保存图片'))
    const text = written.join('')
    for (const words of ['通知公告', '关于关于', '珠海市社会工作协会', '识别小程序码']) expect(text).toContain(words)
    expect(drawn.some((src) => src.endsWith(`/api/articles/${article.id}/code`))).toBe(true)
    app.tap('保存图片')
    await seen(app, () => visit.called('saveImageToPhotosAlbum').length === 1)
    expect(visit.called('saveImageToPhotosAlbum')[0]).toMatchObject({ filePath: 'wxfile://tmp/drawn.jpg' })
    expect(visit.called('downloadFile')).toEqual([])
  })

  it('names the mini-program to search for when there is no code, and says so', async () => {
    const { written } = easel(['/code'])
    visit.app.launch(`/pages/article/poster?id=${article.id}`)
    await seen(visit.app, () => visit.app.text().includes('暂时取不到小程序码'))
    expect(written.join('')).toContain('在微信中搜索')
  })

  it('that cannot be drawn can be tried again', async () => {
    const { app } = visit
    app.launch(`/pages/article/poster?id=${article.id}`)
    await seen(app, () => app.text().includes('海报没有生成'))
    easel()
    app.tap('重新生成')
    await seen(app, () => app.text().includes('保存图片'))
  })
})

it('is shared with a card of its own, to a friend and on the timeline', async () => {
  const { written } = easel()
  await read()
  const { instance } = visit.app.page()
  await seen(visit.app, () => written.length > 0)
  await seen(visit.app, () => JSON.stringify(instance.onShareAppMessage?.({ from: 'menu' })).includes('drawn.jpg'))
  expect(instance.onShareTimeline?.()).toMatchObject({ query: `id=${article.id}`, imageUrl: 'wxfile://tmp/drawn.jpg' })
  expect(visit.called('canvasToTempFilePath').map(({ width, height }) => [width, height])).toEqual([
    [500, 400],
    [500, 500],
  ])
})
