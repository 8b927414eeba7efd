import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

export interface Registration {
  kind: 'page' | 'component'
  options: Record<string, unknown>
}

export interface AppOptions extends Record<string, unknown> {
  onLaunch?: (options: object) => void
  onShow?: (options: object) => void
  onPageNotFound?: (address: object) => void
}

export interface Modules {
  /** Runs a script of the package once; `name` is its path without `.js`. */
  load(name: string): unknown
  /** What the script called `name` handed to `Page` or `Component`. */
  registration(name: string): Registration | undefined
  app(): AppOptions | undefined
}

/** Names of the browser that WeChat's logic layer does not have: code that reaches for them must fail here too. */
const ABSENT = ['window', 'document', 'navigator', 'location', 'self', 'XMLHttpRequest', 'fetch', 'localStorage']

/**
 * The scripts of a built package as WeChat's logic layer runs them: CommonJS, with `wx`, `App`, `Page` and `Component`
 * given and the browser's own names taken away.
 */
export function createModules(dist: string, wx: object, currentPages: () => unknown[]): Modules {
  const cache = new Map<string, { exports: unknown }>()
  const registrations = new Map<string, Registration>()
  let app: AppOptions | undefined
  let running = ''

  const register = (kind: Registration['kind']) => (options: Record<string, unknown>) => {
    registrations.set(running, { kind, options })
  }
  // Taro keeps the `Page` and `Component` that it sees first, so the same ones serve every script.
  const given = {
    wx,
    App: (options: AppOptions) => {
      app = options
    },
    Page: register('page'),
    Component: register('component'),
    Behavior: (behavior: unknown) => behavior,
    getApp: () => app,
    getCurrentPages: currentPages,
  }

  function load(name: string): unknown {
    const file = name.endsWith('.js') ? name : `${name}.js`
    const known = cache.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    cache.set(file, module)
    const full = path.join(dist, file)
    if (!existsSync(full)) throw new Error(`the package has no ${file}`)
    const resolve = (request: string): unknown =>
      load(request.startsWith('.') ? path.posix.join(path.posix.dirname(file), request) : request.replace(/^\//, ''))
    const names = ['require', 'module', 'exports', ...Object.keys(given), ...ABSENT]
    const run = new Function(...names, `${readFileSync(full, 'utf8')}\n//# sourceURL=weapp/${file}`)
    const before = running
    running = file.replace(/\.js$/, '')
    try {
      run(resolve, module, module.exports, ...Object.values(given), ...ABSENT.map(() => undefined))
    } finally {
      running = before
    }
    return module.exports
  }

  return { load, registration: (name) => registrations.get(name), app: () => app }
}
