/** What the app in the frame asks of the phone, as it would ask WeChat. */
export type Params = Record<string, unknown>
export type BridgeMethods = Record<string, (params: Params) => Promise<unknown>>

/** How a call of `wx` fails. */
export class BridgeFailure extends Error {
  constructor(
    readonly errMsg: string,
    readonly errCode?: number,
  ) {
    super(errMsg)
  }
}

interface Asked {
  source: 'member-app'
  id: string
  method: string
  params?: Params
}

const isAsked = (data: unknown): data is Asked =>
  typeof data === 'object' &&
  data !== null &&
  'source' in data &&
  data.source === 'member-app' &&
  'id' in data &&
  'method' in data

const failureOf = (error: unknown, method: string): { errMsg: string; errCode?: number } =>
  error instanceof BridgeFailure
    ? { errMsg: error.errMsg, ...(error.errCode === undefined ? {} : { errCode: error.errCode }) }
    : { errMsg: `${method}:fail` }

/** Answers the app in the frame. Only the frame itself, on our own origin, is heard. */
export class Bridge {
  private greeted = false

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly methods: BridgeMethods,
  ) {
    window.addEventListener('message', (event: MessageEvent<unknown>) => void this.hear(event))
  }

  /** The page in the frame is another one from now on. */
  forget(): void {
    this.greeted = false
  }

  /** Asks the app to open a page; false when no app has greeted yet. */
  openInApp(path: string): boolean {
    if (this.greeted) this.tell({ method: 'open', params: { path } })
    return this.greeted
  }

  private async hear(event: MessageEvent<unknown>): Promise<void> {
    if (event.origin !== location.origin || event.source !== this.frame.contentWindow || !isAsked(event.data)) return
    const { id, method, params = {} } = event.data
    if (method === 'hello') this.greeted = true
    try {
      const known = Object.hasOwn(this.methods, method) ? this.methods[method] : undefined
      if (known === undefined) throw new BridgeFailure(`${method}:fail not supported`)
      this.tell({ id, ok: true, result: await known(params) })
    } catch (error) {
      this.tell({ id, ok: false, error: failureOf(error, method) })
    }
  }

  private tell(message: object): void {
    this.frame.contentWindow?.postMessage({ source: 'sandbox-phone', ...message }, location.origin)
  }
}
