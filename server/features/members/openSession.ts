import type { MemberSession } from '../../../shared/contract'
import { DAY_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { hashToken, newToken } from '../../kernel/ids'
import type { Sealer } from '../../kernel/seal'
import type { LoginProvider, Members } from './ports'

const SESSION_LIFE_MS = 30 * DAY_MS

export interface OpenSessionPorts {
  login: LoginProvider
  members: Members
  clock: Clock
  /** For WeChat's session key; what it seals opens with the token's hash alone. */
  sealer: Sealer
}

/**
 * Logs a member in with a code of the mini-program. The token is told once and kept only as a hash; the member is
 * known outside by an opaque id.
 */
export const openSession =
  ({ login, members, clock, sealer }: OpenSessionPorts) =>
  async (command: { code: string }): Promise<MemberSession> => {
    const { openid, sessionKey } = await login.exchange(command.code)
    const token = newToken()
    const tokenHash = hashToken(token)
    const now = clock.now()
    const { memberId } = await members.openSession({
      openid,
      tokenHash,
      sealedKey: sealer.seal(sessionKey, tokenHash),
      now,
      expiresAt: now + SESSION_LIFE_MS,
    })
    return { token, member: { id: memberId } }
  }
