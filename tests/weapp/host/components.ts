import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create, register, type RootComponent } from 'j-component'
import compiler from 'miniprogram-compiler'
// For its effect: it registers WeChat's built-in tags with the component runtime.
import 'miniprogram-simulate'
import type { Modules } from './modules'

/** A mounted page as WeChat's component runtime holds it. */
export type MountedPage = RootComponent<Record<string, never>, Record<string, never>, Record<string, never>>
type Template = (path: string) => unknown

/** Whether the member's finger is what runs the code at this moment. */
export interface Gesture {
  tapping: boolean
}

export interface Components {
  /** Compiles nothing more; mounts the page of `route` into `element`. */
  mount(route: string, element: HTMLElement): MountedPage
}

const COMPILED_LIMIT = 64 * 1024 * 1024
let pagesMounted = 0

/** Taro sends every event of a page through one handler; what it does before it returns is done inside the tap. */
function noteGesture(name: string, method: unknown, gesture: Gesture): unknown {
  if (name !== 'eh' || typeof method !== 'function') return method
  return function (this: unknown, event: { type: string }) {
    gesture.tapping = event.type === 'tap'
    try {
      return (method as (event: object) => unknown).call(this, event)
    } finally {
      gesture.tapping = false
    }
  }
}

/** Compiles the package with WeChat's own `wcc` and registers its pages and components with WeChat's own runtime. */
export function createComponents(dist: string, modules: Modules, gesture: Gesture): Components {
  Object.assign(globalThis, { __webview_engine_version__: 0.02 })
  const source = compiler.wxmlToJs(dist, { maxBuffer: COMPILED_LIMIT })
  const templates = new Function('global', source).call(globalThis, {}) as Template
  const ids = new Map<string, string>()
  const readJson = (name: string): { usingComponents?: Record<string, string> } =>
    JSON.parse(readFileSync(path.join(dist, `${name}.json`), 'utf8')) as { usingComponents?: Record<string, string> }

  function usedBy(name: string): Record<string, string> {
    const used = Object.entries(readJson(name).usingComponents ?? {})
    return Object.fromEntries(
      used.map(([tag, relative]) => [tag, component(path.posix.join(path.posix.dirname(name), relative))]),
    )
  }

  function component(name: string): string {
    const known = ids.get(name)
    if (known) return known
    pagesMounted += 1
    const id = `component-${pagesMounted}`
    // Before its own components: Taro's `comp` uses itself.
    ids.set(name, id)
    modules.load(name)
    const { methods = {}, ...options } = modules.registration(name)?.options ?? {}
    const noted = Object.entries(methods as object).map(([key, value]) => [key, noteGesture(key, value, gesture)])
    register({
      ...options,
      methods: Object.fromEntries(noted) as object,
      id,
      path: `/${name}`,
      tagName: path.basename(name),
      template: templates(`${name}.wxml`),
      usingComponents: usedBy(name),
    } as never)
    return id
  }

  return {
    mount(route, element) {
      if (!modules.registration(route)) modules.load(route)
      const registered = modules.registration(route)
      if (!registered) throw new Error(`${route} registers no page`)
      const { data, ...rest } = registered.options
      const entries = Object.entries(rest)
      pagesMounted += 1
      const id = register({
        id: `page-${pagesMounted}`,
        path: `/${route}`,
        tagName: 'page',
        template: templates(`${route}.wxml`),
        usingComponents: usedBy(route),
        data: JSON.parse(JSON.stringify(data ?? {})) as object,
        methods: Object.fromEntries(
          entries
            .filter(([, value]) => typeof value === 'function')
            .map(([name, value]) => [name, noteGesture(name, value, gesture)]),
        ),
      } as never)
      const mounted = create(id) as MountedPage
      Object.assign(mounted.instance, Object.fromEntries(entries.filter(([, value]) => typeof value !== 'function')), {
        route,
      })
      mounted.attach(element)
      return mounted
    },
  }
}
