import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PATIENCE_MS } from '../../support/until'
import { createComponents, type Gesture, type MountedPage } from './components'
import { createModules } from './modules'
import { createWx, type Phone, type WxHost } from './wx'

interface OpenPage {
  route: string
  element: HTMLElement
  mounted: MountedPage
  instance: PageInstance
}

type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload' | 'onReachBottom' | 'onPullDownRefresh'
type PageInstance = Partial<Record<Lifecycle, (query?: object) => unknown>> & {
  setData: (data: object, done?: () => void) => void
  onShareAppMessage?: (from: object) => unknown
  onShareTimeline?: () => unknown
}

export interface App extends WxHost {
  /** Opens an address as WeChat does: from the desk, a notice or a share. */
  launch(address: string): void
  page(): OpenPage
  pages(): string[]
  text(): string
  /** The innermost element that holds `text`, or the one with an id that starts with `#`. */
  find(target: string): HTMLElement
  /** A touch that begins and ends on an element; WeChat's runtime makes the tap of it. */
  tap(target: string): void
  /** An event of a built-in component, such as a switch that was turned. */
  fire(selector: string, event: string, detail: object): void
  /** The member leaves the page on top. */
  back(): void
  /** WeChat was given an address that is no page of this package. */
  notFound(path: string): void
  setDataCalls: object[]
  close(): void
}

/** Waits until `look` gives something true and returns it; says what the page showed when that never comes. */
export async function seen<T>(app: App, look: () => T, patienceMs = PATIENCE_MS): Promise<NonNullable<T>> {
  const end = Date.now() + patienceMs
  for (;;) {
    let last: unknown = 'nothing'
    try {
      const value = look()
      if (value) return value
    } catch (error) {
      last = error
    }
    if (Date.now() > end) throw new Error(`never seen: ${String(look)} (${String(last)})\non screen: ${app.text()}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** The built WeChat package in `dist`, running. Several can run after one another; each starts from nothing. */
export function startApp(dist: string, phone: Phone): App {
  if (!existsSync(path.join(dist, 'app.json'))) throw new Error(`no build in ${dist}: run npm run build first`)
  const gesture: Gesture = { tapping: false }
  const host = createWx(phone, gesture)
  const stack: OpenPage[] = []
  const setDataCalls: object[] = []
  const modules = createModules(dist, host.wx, () => stack.map(({ instance }) => instance))
  const tabs = (
    JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as { tabBar: { list: { pagePath: string }[] } }
  ).tabBar.list.map(({ pagePath }) => pagePath)
  const components = createComponents(dist, modules, gesture)

  function open(address: string): void {
    const [route = '', search = ''] = address.replace(/^\//, '').split('?')
    const query = Object.fromEntries(new URLSearchParams(search))
    stack[stack.length - 1]?.instance.onHide?.()
    const element = document.body.appendChild(document.createElement('div'))
    const mounted = components.mount(route, element)
    const instance = mounted.instance as unknown as PageInstance
    const setData = instance.setData.bind(instance)
    instance.setData = (data, done) => {
      setDataCalls.push(data)
      // WeChat sends data between two threads as text.
      setData(JSON.parse(JSON.stringify(data)) as object, done)
    }
    Object.assign(instance, { options: query })
    stack.push({ route, element, mounted, instance })
    instance.onLoad?.(query)
    instance.onShow?.()
    instance.onReady?.()
  }

  function close(): void {
    const top = stack.pop()
    top?.instance.onUnload?.()
    top?.mounted.detach()
    top?.element.remove()
  }

  function back(): void {
    close()
    stack[stack.length - 1]?.instance.onShow?.()
  }

  const move = (name: string, work: (url: string) => void) => {
    host.wx[name] = (options: { url?: string; success?: (r: object) => void; fail?: (r: object) => void } = {}) => {
      host.calls.push({ name, options: { url: options.url } })
      queueMicrotask(() => {
        try {
          work(options.url ?? '')
          options.success?.({ errMsg: `${name}:ok` })
        } catch (error) {
          options.fail?.({ errMsg: `${name}:fail ${String(error)}` })
        }
      })
    }
  }
  move('navigateTo', open)
  move('redirectTo', (url) => {
    close()
    open(url)
  })
  move('switchTab', (url) => {
    if (!tabs.includes(url.replace(/^\//, ''))) throw new Error('not a tab')
    while (stack.length > 0) close()
    open(url)
  })
  move('navigateBack', back)

  // Taro notes which calls `wx` has when its first script runs.
  modules.load('app')

  const page = (): OpenPage => {
    const top = stack[stack.length - 1]
    if (!top) throw new Error('no page is open')
    return top
  }

  function find(target: string): HTMLElement {
    if (target.startsWith('#')) {
      const found = page().mounted.querySelector(target)?.dom
      if (!found) throw new Error(`nothing on the page has the id ${target}`)
      return found
    }
    const holding = [...page().element.querySelectorAll<HTMLElement>('*')].filter((node) =>
      node.textContent?.includes(target),
    )
    const innermost = holding[holding.length - 1]
    if (!innermost) throw new Error(`nothing on the page says ${target}`)
    return innermost
  }

  function tap(target: string): void {
    const element = find(target)
    const touch = { identifier: 1, target: element, pageX: 1, pageY: 1, clientX: 1, clientY: 1 }
    for (const type of ['touchstart', 'touchend']) {
      const event = new Event(type, { bubbles: true, cancelable: true })
      Object.assign(event, { touches: type === 'touchstart' ? [touch] : [], changedTouches: [touch] })
      element.dispatchEvent(event)
    }
  }

  return {
    ...host,
    setDataCalls,
    launch(address) {
      const start = { path: address.split('?')[0]?.replace(/^\//, '') ?? '', query: {}, scene: 1001 }
      modules.app()?.onLaunch?.(start)
      modules.app()?.onShow?.(start)
      open(address)
    },
    back,
    notFound: (route) => modules.app()?.onPageNotFound?.({ path: route, query: {}, isEntryPage: false }),
    page,
    pages: () => stack.map(({ route }) => route),
    text: () => stack[stack.length - 1]?.element.textContent ?? '',
    find,
    tap,
    fire(selector, event, detail) {
      const found = page().mounted.querySelector(selector)
      if (!found) throw new Error(`nothing on the page matches ${selector}`)
      found.dispatchEvent(event, { detail })
    },
    close: () => {
      while (stack.length > 0) close()
    },
  }
}
