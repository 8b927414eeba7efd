import { settle, type Callbacks } from './callbacks'
import type { Gesture } from './components'
import { createNetwork, type Network } from './network'

/** What the app asked of the phone, in order. */
export interface Call {
  name: string
  options: Record<string, unknown>
}

export interface Phone {
  /** The server that stands where the package's own address points. */
  serverUrl: string
  /** The address that was built into the package. */
  builtUrl: string
  loginCode: () => Promise<string>
  /** What the member answers in the subscribe dialog: answers per template, or a refusal with `errCode`. */
  answerDialog: (templateIds: string[]) => Promise<Record<string, unknown>>
  /** The member's own switches for subscription messages, as `wx.getSetting` tells them. */
  subscriptions: () => Promise<{ mainSwitch: boolean; itemSettings: Record<string, string> }>
  /** Where the member came from, as WeChat numbers it; 1001 (the list of recent ones) when not said. */
  scene?: number
  /** Calls that this phone answers in its own way; a rejection is the call's failure. */
  ways?: Record<string, (options: Record<string, unknown>) => Promise<unknown>>
  /** What WeChat fetched ahead of the app, and when; none when not said. */
  fetchedAhead?: { fetchedData: string; timeStamp: number }
  /** How this phone is set. */
  device?: { theme?: 'light' | 'dark'; fontSizeSetting?: number }
  /** Characters that the storage takes; without end when not said. */
  room?: number
  /** Whether the member has agreed to the privacy guide; true when not said. WeChat keeps the answer. */
  privacyAgreed?: boolean
  /** What stands on the page for a canvas of this selector. */
  canvas?: (selector: string) => CanvasNode | null
}

/** A drawing surface as WeChat's canvas node has it, for `createSelectorQuery`. */
export interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): object
  createImage(): object
}

export interface WxHost extends Omit<Network, 'request'> {
  wx: Record<string, unknown>
  calls: Call[]
  storage: Map<string, unknown>
  /** What was written into the app's own folder, by path. */
  files: Map<string, string>
  /** WeChat has fetched a newer version of the app. */
  offerUpdate(): void
  /** The member turns the phone's own look. */
  turnLook(theme: 'light' | 'dark'): void
}

/** Where WeChat lets an app keep files of its own. */
const FOLDER = 'wxfile://usr'

interface PrivacyAnswer {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}

/** Only what a page asks about a canvas; the host has no layout. */
function selectorQuery(phone: Phone): object {
  let node: CanvasNode | null = null
  const query = {
    select: (selector: string) => {
      node = phone.canvas?.(selector) ?? null
      return query
    },
    selectViewport: () => query,
    scrollOffset: (told: (found: { scrollTop: number }) => void) => {
      told({ scrollTop: 0 })
      return query
    },
    fields: () => query,
    exec: (told?: (found: unknown[]) => void) => queueMicrotask(() => told?.([node && { node }])),
  }
  return query
}

/** The part of `wx` that the app uses, over real HTTP, with every call written down. */
export function createWx(phone: Phone, gesture: Gesture): WxHost {
  const calls: Call[] = []
  const storage = new Map<string, unknown>()
  const files = new Map<string, string>()
  const network = createNetwork(phone, calls)
  let askPrivacy: ((resolve: (answer: PrivacyAnswer) => void) => void) | undefined
  let updateReady = (): void => undefined
  const themeListeners = new Set<(to: { theme: string }) => void>()

  /** An ability that the privacy guide names waits for the member's answer, if there has been none. */
  const allowed = (name: string): Promise<void> => {
    if (phone.privacyAgreed !== false || !askPrivacy) return Promise.resolve()
    const ask = askPrivacy
    return new Promise((resolve, reject) =>
      ask(({ event, buttonId }: PrivacyAnswer) => {
        calls.push({ name: 'privacyAnswer', options: { event, buttonId } })
        if (event === 'exposureAuthorization') return
        phone.privacyAgreed = event === 'agree'
        if (phone.privacyAgreed) resolve()
        else reject({ errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 })
      }),
    )
  }

  const done =
    (name: string) =>
    (options: Callbacks = {}) =>
      settle(options, phone.ways?.[name]?.({ ...options }) ?? Promise.resolve({ errMsg: `${name}:ok` }))

  const asked: Record<string, (options: never) => unknown> = {
    request: network.request,
    login: (options: Callbacks) =>
      settle(
        options,
        phone.loginCode().then((code) => ({ code, errMsg: 'login:ok' })),
      ),
    getSetting: (options: Callbacks) =>
      settle(
        options,
        phone.subscriptions().then((subscriptionsSetting) => ({ subscriptionsSetting, errMsg: 'getSetting:ok' })),
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
    'setNavigationBarColor',
    'setBackgroundColor',
    'setBackgroundTextStyle',
    'setTabBarStyle',
    'setTabBarItem',
    'stopPullDownRefresh',
    'pageScrollTo',
    'showShareMenu',
    'showModal',
    'downloadFile',
    'saveImageToPhotosAlbum',
    'canvasToTempFilePath',
    'shareFileMessage',
  ]) {
    asked[name] = done(name)
  }

  for (const name of ['addPhoneCalendar', 'addPhoneContact']) {
    const perform = done(name)
    asked[name] = (options: Callbacks) =>
      gesture.tapping
        ? settle(
            options,
            allowed(name).then(() => new Promise((success, fail) => perform({ ...options, success, fail }))),
          )
        : settle(options, Promise.reject({ errMsg: `${name}:fail can only be invoked by user TAP gesture.` }))
  }

  const copy = done('setClipboardData')
  asked['setClipboardData'] = (options: Callbacks) =>
    settle(
      options,
      allowed('setClipboardData').then(() => new Promise((success, fail) => copy({ ...options, success, fail }))),
    )

  const filled = (): number => [...storage].reduce((sum, [key, value]) => sum + key.length + String(value).length, 0)
  const quiet: Record<string, unknown> = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => {
      const before = String(storage.get(key) ?? '').length
      if (filled() - before + String(value).length > (phone.room ?? Infinity)) {
        throw new Error('setStorageSync:fail exceed storage max size 10Mb')
      }
      storage.set(key, value)
    },
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: filled() / 1024, limitSize: 10_240 }),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    env: { USER_DATA_PATH: FOLDER },
    getFileSystemManager: () => ({
      writeFile: ({ filePath, data, ...callbacks }: Callbacks & { filePath: string; data: string }) => {
        files.set(filePath, data)
        settle(callbacks, Promise.resolve({ errMsg: 'writeFile:ok' }))
      },
      readdirSync: () => [...files.keys()].map((path) => path.slice(FOLDER.length + 1)),
      unlinkSync: (path: string) => void files.delete(path),
    }),
    getAppBaseInfo: () => ({ fontSizeSetting: 17, theme: 'light', SDKVersion: '3.7.6', ...phone.device }),
    getBackgroundFetchData: (options: Callbacks) =>
      settle(options, phone.fetchedAhead ? Promise.resolve(phone.fetchedAhead) : Promise.reject({ errMsg: 'no data' })),
    getUpdateManager: () => ({
      onUpdateReady: (ready: () => void) => {
        updateReady = ready
      },
      applyUpdate: () => void calls.push({ name: 'applyUpdate', options: {} }),
    }),
    onNeedPrivacyAuthorization: (ask: typeof askPrivacy) => {
      askPrivacy = ask
    },
    openPrivacyContract: () => void calls.push({ name: 'openPrivacyContract', options: {} }),
    onThemeChange: (listener: (to: { theme: string }) => void) => themeListeners.add(listener),
    offThemeChange: (listener: (to: { theme: string }) => void) => themeListeners.delete(listener),
    getSystemInfoSync: () => ({ platform: 'ios', SDKVersion: '3.7.6' }),
    getWindowInfo: () => ({ windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
    getSystemSetting: () => ({}),
    getDeviceInfo: () => ({ platform: 'ios' }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: phone.scene ?? 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: phone.scene ?? 1001 }),
    nextTick: (callback: () => void) => void Promise.resolve().then(callback),
    canIUse: () => true,
    createSelectorQuery: () => selectorQuery(phone),
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
    ...network,
    calls,
    storage,
    files,
    offerUpdate: () => updateReady(),
    turnLook(theme) {
      phone.device = { ...phone.device, theme }
      themeListeners.forEach((listener) => listener({ theme }))
    },
  }
}
