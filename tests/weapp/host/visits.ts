import { startApp, type App } from './app'
import { DIST, newPhone, type SandboxPhone } from './sandboxPhone'
import { startServer, type RunningServer } from './server'

export interface Visits {
  readonly app: App
  readonly phone: SandboxPhone
  readonly server: RunningServer
  /** Calls of `wx` by this name, in order. */
  called(name: string): Record<string, unknown>[]
  /** How many requests went to an address that holds `part`. */
  requested(part: string): number
  /** Closes the app and opens it again on the same phone, with what it had kept. */
  restart(): void
}

/** One server for a file of tests, and a new phone with a new app for each of them. What the app complains of fails it. */
export function visits(): Visits {
  let app: App
  let phone: SandboxPhone
  let server: RunningServer
  let complaints: jest.SpyInstance[]

  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    complaints = (['warn', 'error'] as const).map((level) => jest.spyOn(console, level))
    phone = await newPhone(server.url)
    app = startApp(DIST, phone)
  })
  afterEach(() => {
    app.close()
    const heard = complaints.flatMap((complaint) => complaint.mock.calls as unknown[])
    jest.restoreAllMocks()
    expect(heard).toEqual([])
  })

  const called = (name: string) => app.calls.filter((call) => call.name === name).map(({ options }) => options)
  return {
    get app() {
      return app
    },
    get phone() {
      return phone
    },
    get server() {
      return server
    },
    called,
    requested: (part) => called('request').filter(({ url }) => String(url).includes(part)).length,
    restart() {
      const { storage } = app
      app.close()
      app = startApp(DIST, phone)
      for (const [key, value] of storage) app.storage.set(key, value)
    },
  }
}
