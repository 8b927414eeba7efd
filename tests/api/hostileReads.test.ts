import { availableDatabases } from '../support/databases'
import { refusedAddresses, strangeAddresses } from '../support/hostile'
import { startTestServer, type TestServer } from '../support/server'

interface Told {
  error?: { code?: string }
  items?: unknown[]
  suggestions?: unknown[]
}

describe.each(availableDatabases)('questions that nobody asks by accident, on %s', (kind) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database: kind })
  })
  afterAll(() => server.stop())

  const ask = async (address: string): Promise<[status: number, told: Told]> => {
    const answer = await fetch(`${server.url}${address}`)
    const text = await answer.text()
    try {
      return [answer.status, JSON.parse(text) as Told]
    } catch {
      throw new Error(`${address.slice(0, 80)} was answered ${answer.status} without JSON: ${text.slice(0, 80)}`)
    }
  }

  test('a cursor that no page gave, and a size that no page has, are refused with a code', async () => {
    const answers: [string, number, string?][] = []
    for (const address of refusedAddresses()) {
      const [status, told] = await ask(address)
      answers.push([address, status, told.error?.code])
    }
    const isRefusal = (code?: string) => /^(cursor_invalid|request_invalid|request_malformed)$/.test(code ?? '')
    expect(answers.filter(([, status, code]) => status !== 400 || !isRefusal(code))).toEqual([])
  })

  test('patterns, statements, emoji and ten kilobytes are refused with a code, or answered with a page', async () => {
    for (const address of strangeAddresses()) {
      const [status, told] = await ask(address)
      expect([address.slice(0, 80), [200, 400, 404].includes(status) ? 'well' : status]).toEqual([
        expect.anything(),
        'well',
      ])
      // what has a letter of an article in it may find that, and no more than a page of it
      if (status === 200) expect(told.items?.length ?? 0).toBeLessThanOrEqual(20)
      else expect(told.error?.code).toEqual(expect.any(String))
    }
    expect((await ask('/api/home'))[0]).toBe(200)
  })
})
