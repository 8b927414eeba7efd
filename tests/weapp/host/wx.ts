import http from 'node:http'
import type { Gesture } from './components'

/** What the app asked of the phone, in order. */
export interface Call {
  name: string
  options: Record<string, unknown>
}

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (failure: unknown) => void
  complete?: (result: unknown) => void
}

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
}

export interface Phone {
  /** The server that stands where the package's own address points. */
  serverUrl: string
  /** The address that was built into the package. */
  builtUrl: string
  loginCode: () => Promise<string>
  /** What the member answers in the subscribe dialog: answers per template, or a refusal with `errCode`. */
  answerDialog: (templateIds: string[]) => Promise<Record<string, unknown>>
}

export interface WxHost {
  wx: Record<string, unknown>
  calls: Call[]
  storage: Map<string, unknown>
  /** No request leaves the phone any more, or they do again. */
  setOnline(online: boolean): void
  /** Answers stay on the way until the returned function is called. */
  holdAnswers(): () => void
  /** Requests that were sent and have not been answered. */
  underway(): number
}

const settle = (options: Callbacks, work: Promise<unknown>): void => {
  work.then(
    (result) => {
      options.success?.(result)
      options.complete?.(result)
    },
    (failure: unknown) => {
      options.fail?.(failure)
      options.complete?.(failure)
    },
  )
}

/** One request over real HTTP. Like WeChat, an answer is a success whatever its status. */
function send(address: string, { method = 'GET', data, header = {} }: RequestOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const body = data === undefined ? undefined : JSON.stringify(data)
    const request = http.request(address, { method, headers: header, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        let parsed: unknown = text
        try {
          parsed = JSON.parse(text)
        } catch {
          // WeChat hands over what is not JSON as it came.
        }
        resolve({ statusCode: answer.statusCode, data: parsed, header: answer.headers, errMsg: 'request:ok' })
      })
    })
    request.on('error', (error) => reject({ errMsg: `request:fail ${error.message}` }))
    request.end(body)
  })
}

/** The part of `wx` that the app uses, over real HTTP, with every call written down. */
export function createWx(phone: Phone, gesture: Gesture): WxHost {
  const calls: Call[] = []
  const storage = new Map<string, unknown>()
  let online = true
  let underway = 0
  let released: Promise<void> = Promise.resolve()

  const request = (options: RequestOptions): object => {
    if (!options.url.startsWith(`${phone.builtUrl}/`)) {
      settle(options, Promise.reject({ errMsg: `request:fail url not in domain list ${options.url}` }))
      return { abort: () => undefined }
    }
    underway += 1
    const address = phone.serverUrl + options.url.slice(phone.builtUrl.length)
    const answer = online ? send(address, options) : Promise.reject({ errMsg: 'request:fail network error' })
    settle(
      options,
      answer.finally(async () => {
        await released
        underway -= 1
      }),
    )
    return { abort: () => undefined }
  }

  const done =
    (name: string) =>
    (options: Callbacks = {}) =>
      settle(options, Promise.resolve({ errMsg: `${name}:ok` }))

  const asked: Record<string, (options: never) => unknown> = {
    request,
    login: (options: Callbacks) =>
      settle(
        options,
        phone.loginCode().then((code) => ({ code, errMsg: 'login:ok' })),
      ),
    requestSubscribeMessage: (options: Callbacks & { tmplIds: string[] }) =>
      settle(
        options,
        gesture.tapping
          ? phone.answerDialog(options.tmplIds)
          : Promise.reject({ errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' }),
      ),
  }
  for (const name of [
    'makePhoneCall',
    'openLocation',
    'setClipboardData',
    'previewImage',
    'showToast',
    'openSetting',
    'setNavigationBarTitle',
    'stopPullDownRefresh',
    'pageScrollTo',
    'showShareMenu',
  ]) {
    asked[name] = done(name)
  }

  const quiet: Record<string, unknown> = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getAppBaseInfo: () => ({ fontSizeSetting: 17, SDKVersion: '3.7.6' }),
    getSystemInfoSync: () => ({ platform: 'ios', SDKVersion: '3.7.6' }),
    getWindowInfo: () => ({ windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
    getSystemSetting: () => ({}),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    canIUse: () => true,
    createSelectorQuery: () => ({}),
  }

  const recorded = Object.entries(asked).map(([name, perform]) => [
    name,
    (options: Record<string, unknown> = {}) => {
      calls.push({ name, options })
      return perform(options as never)
    },
  ])
  return {
    wx: { ...quiet, ...(Object.fromEntries(recorded) as Record<string, unknown>) },
    calls,
    storage,
    setOnline: (value) => {
      online = value
    },
    holdAnswers() {
      let release = (): void => undefined
      released = new Promise((resolve) => (release = resolve))
      return () => release()
    },
    underway: () => underway,
  }
}
