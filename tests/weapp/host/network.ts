import http from 'node:http'
import { settle, type Callbacks } from './callbacks'
import type { Call, Phone } from './wx'

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
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

/** WeChat refuses the eleventh. */
const TEN_AT_ONCE = 10

export interface Network {
  request(options: RequestOptions): object
  /** No request leaves the phone any more, or they do again. */
  setOnline(online: boolean): void
  /** Answers stay on the way until the returned function is called. */
  holdAnswers(): () => void
  /** Every request whose address holds `part` gets this answer in the server's place; null: the server's again. */
  answerInstead(part: string, answer: { statusCode: number; data: unknown } | null): void
  /** Requests that were sent and have not been answered. */
  underway(): number
  /** The most that were so at once. */
  busiest(): number
}

/** The phone's way to the server, with what can happen on it. */
export function createNetwork(phone: Phone, calls: Call[]): Network {
  const instead = new Map<string, { statusCode: number; data: unknown }>()
  let online = true
  let underway = 0
  let busiest = 0
  let released: Promise<void> = Promise.resolve()

  const request = (options: RequestOptions): object => {
    const refuse = (why: string): object => {
      settle(options, Promise.reject({ errMsg: `request:fail ${why}` }))
      return { abort: () => undefined }
    }
    if (!options.url.startsWith(`${phone.builtUrl}/`)) return refuse(`url not in domain list ${options.url}`)
    if (underway >= TEN_AT_ONCE) return refuse('exceed max task count')
    underway += 1
    busiest = Math.max(busiest, underway)
    const address = phone.serverUrl + options.url.slice(phone.builtUrl.length)
    const given = [...instead].find(([part]) => address.includes(part))?.[1]
    const ask = (): Promise<unknown> => {
      if (!online) return Promise.reject({ errMsg: 'request:fail network error' })
      return given ? Promise.resolve({ ...given, header: {}, errMsg: 'request:ok' }) : send(address, options)
    }
    let abort = (): void => undefined
    const aborted = new Promise<never>((_resolve, reject) => {
      abort = () => {
        calls.push({ name: 'abort', options: { url: options.url } })
        reject({ errMsg: 'request:fail abort' })
      }
    })
    const held = ask().finally(() => released)
    settle(
      options,
      Promise.race([held, aborted]).finally(() => (underway -= 1)),
    )
    return { abort }
  }

  return {
    request,
    setOnline: (value) => {
      online = value
    },
    holdAnswers() {
      let release = (): void => undefined
      released = new Promise((resolve) => (release = resolve))
      return () => release()
    },
    answerInstead(part, answer) {
      if (answer) instead.set(part, answer)
      else instead.delete(part)
    },
    underway: () => underway,
    busiest: () => busiest,
  }
}
