/** Why something could not be shown or done, in words for the member. */
export interface Problem {
  /** `offline`: no answer came. `missing`: the thing does not exist. `refused`: any other answer that is not success. */
  kind: 'offline' | 'missing' | 'refused'
  /** HTTP status, 0 when no answer came. */
  status: number
  /** The server's error code, empty when there is none. */
  code: string
  message: string
}

const UNREADABLE = '收到的内容不完整。所在网络若需要登录，请登录后重试。'

export const OFFLINE: Problem = {
  kind: 'offline',
  status: 0,
  code: '',
  message: '网络连接不上，请检查网络后重试',
}

const readError = (body: unknown): { code: string; message: string } => {
  if (typeof body !== 'object' || body === null || !('error' in body)) return { code: '', message: '' }
  const { error } = body
  if (typeof error !== 'object' || error === null) return { code: '', message: '' }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const message = 'message' in error && typeof error.message === 'string' ? error.message : ''
  return { code, message }
}

/** Every answer of the server is an object. Anything else was put in its place, by a gateway or a network's login page. */
export const isReadable = (body: unknown): boolean => typeof body === 'object' && body !== null && !Array.isArray(body)

/** The problem that an answer stands for; the server's own words when it sent some. */
export function problemOf(status: number, body: unknown): Problem {
  const { code, message } = readError(body)
  // Only the server itself can say that something is gone; a gateway's 404 takes nothing away.
  const missing = status === 404 && code !== ''
  const succeeded = status >= 200 && status < 300
  const words = missing ? '没有找到您要的内容。' : succeeded ? UNREADABLE : '服务暂时不可用，请稍后再试。'
  return { kind: missing ? 'missing' : 'refused', status, code, message: message || words }
}

export class ApiFailure extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

/** Whatever was thrown, as a problem that can be shown. */
export const asProblem = (thrown: unknown): Problem => (thrown instanceof ApiFailure ? thrown.problem : OFFLINE)
