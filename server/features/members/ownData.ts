import type { Me, MemberExport } from '../../../shared/contract'
import { PRIVACY_VERSION } from '../../../shared/domain/privacyVersion'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import type { Consents, MemberErasure, MemberRecords } from './ports'
import { presentExport, presentMe } from './presenter'

export interface OwnDataPorts {
  records: MemberRecords
  consents: Consents
  erasure: MemberErasure
  clock: Clock
}

/** A member who was erased on another device meanwhile is nobody any more. */
function orGone<T>(found: T | null): T {
  if (found === null) throw new AppError('session_required')
  return found
}

/** @throws AppError session_required */
export const showMe =
  ({ records }: OwnDataPorts) =>
  async (memberId: string): Promise<Me> =>
    presentMe(orGone(await records.overview(memberId)))

/** @throws AppError session_required */
export const exportMe =
  ({ records, clock }: OwnDataPorts) =>
  async (memberId: string): Promise<MemberExport> =>
    presentExport(orGone(await records.everything(memberId)), clock.now())

/**
 * Agrees to the privacy notice in force, or withdraws whatever was agreed to. Nobody agrees to a text that they have not
 * seen: another version is refused. To withdraw, any will do.
 * @throws AppError consent_version, session_required
 */
export const decideConsent =
  ({ consents, clock }: OwnDataPorts) =>
  async (command: { memberId: string; version: string; agreed: boolean }): Promise<void> => {
    const { memberId, version, agreed } = command
    if (agreed && version !== PRIVACY_VERSION) throw new AppError('consent_version')
    const isKnown = agreed
      ? await consents.agree(memberId, version, clock.now())
      : await consents.withdraw(memberId, clock.now())
    if (!isKnown) throw new AppError('session_required')
  }

/** Done twice it is done: whoever is gone stays gone. */
export const eraseMe =
  ({ erasure, clock }: OwnDataPorts) =>
  async (memberId: string): Promise<void> => {
    await erasure.erase({ memberId }, clock.now())
  }
