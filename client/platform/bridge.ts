/**
 * The web build inside the sandbox phone: what WeChat's own client would do is asked of the page around the frame.
 * Both sides check the origin and the sender's name; anything else on the channel is ignored.
 */
export type PhoneMethod =
  | 'hello'
  | 'login'
  | 'getSetting'
  | 'openSetting'
  | 'requestSubscribeMessage'
  | 'makePhoneCall'
  | 'openLocation'
  | 'setClipboardData'

interface PhoneMessage {
  source: 'sandbox-phone'
  id?: string
  ok?: boolean
  result?: unknown
  error?: { errMsg: string; errCode?: number }
  method?: string
  params?: unknown
}

/** What the phone refused, in the shape in which `wx` fails. */
export class PhoneRefusal extends Error {
  readonly errMsg: string
  readonly errCode: number | undefined
  constructor(error: { errMsg: string; errCode?: number }) {
    super(error.errMsg)
    this.errMsg = error.errMsg
    this.errCode = error.errCode
  }
}

const GREETING_MS = 800
const waiting = new Map<string, { done: (result: unknown) => void; refused: (refusal: PhoneRefusal) => void }>()
let answered = false
let count = 0
let greeting: Promise<boolean> | null = null

const isPhoneMessage = (data: unknown): data is PhoneMessage =>
  typeof data === 'object' && data !== null && 'source' in data && data.source === 'sandbox-phone'

function listen(onOpen: (path: string) => void): void {
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (event.origin !== window.location.origin || event.source !== window.parent) return
    if (!isPhoneMessage(event.data)) return
    const { id, ok, result, error, method, params } = event.data
    if (method === 'open' && typeof params === 'object' && params !== null && 'path' in params) {
      onOpen(String(params.path))
      return
    }
    const waiter = id === undefined ? undefined : waiting.get(id)
    if (!waiter || id === undefined) return
    waiting.delete(id)
    if (ok) waiter.done(result)
    else waiter.refused(new PhoneRefusal(error ?? { errMsg: 'fail' }))
  })
}

/** Asks the phone around the frame; the message leaves before this returns, as a tap demands. */
export function askPhone(method: PhoneMethod, params: Record<string, unknown> = {}): Promise<unknown> {
  count += 1
  const id = `${Date.now()}-${count}`
  const answer = new Promise<unknown>((done, refused) => waiting.set(id, { done, refused }))
  window.parent.postMessage({ source: 'member-app', id, method, params }, window.location.origin)
  return answer
}

/**
 * Greets the phone once. Resolves to false in an ordinary browser: at once when nothing is around the page, after
 * 800 ms when something is and stays silent.
 */
export function greetPhone(onOpen: (path: string) => void): Promise<boolean> {
  if (greeting) return greeting
  if (window.parent === window) return (greeting = Promise.resolve(false))
  listen(onOpen)
  const silence = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), GREETING_MS))
  const hello = askPhone('hello').then(
    () => true,
    () => false,
  )
  greeting = Promise.race([hello, silence]).then((phone) => (answered = phone))
  return greeting
}

/** Resolves once it is known whether a phone is around the page. */
export const phoneKnown = (): Promise<boolean> => greeting ?? Promise.resolve(false)
export const insidePhone = (): boolean => answered
