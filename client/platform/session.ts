import type { EndpointKey, ResponseFrom } from '../../shared/contract'
import { call, type Input } from './api'
import { asProblem } from './problem'
import { forget, keep, kept } from './storage'
import { loginCode } from './wechat'

const TOKEN_KEY = 'session:token'

let loggingIn: Promise<string> | null = null

async function logIn(): Promise<string> {
  const code = await loginCode()
  const { token } = await call('POST /api/session', { body: { code } })
  keep(TOKEN_KEY, token)
  return token
}

/** A damaged storage means no session: there is a new one for the asking. */
function keptToken(): string | null {
  const found = kept<unknown>(TOKEN_KEY)
  return typeof found === 'string' && found !== '' ? found : null
}

/** Whether this phone holds a session; whoever only looks is not logged in for it. */
export const isLoggedIn = (): boolean => keptToken() !== null

/** The member's token, by a silent login when there is none. Asked twice at once, it logs in once. */
function token(): Promise<string> {
  const known = keptToken()
  if (known) return Promise.resolve(known)
  loggingIn ??= logIn().finally(() => (loggingIn = null))
  return loggingIn
}

/** A call as this member. A session that has ended is renewed once without a word. */
export async function callAsMember<K extends EndpointKey>(key: K, input: Input<K>): Promise<ResponseFrom<K>> {
  const used = await token()
  try {
    return await call(key, input, used)
  } catch (thrown) {
    if (asProblem(thrown).status !== 401) throw thrown
    // Another call may have renewed it meanwhile; only the token that was refused is dropped.
    if (keptToken() === used) forget(TOKEN_KEY)
    return call(key, input, await token())
  }
}
