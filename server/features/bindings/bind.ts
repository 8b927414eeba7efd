import type { BindingOffer } from '../../../shared/contract'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { hashToken } from '../../kernel/ids'
import type { BindingLook, BindingStore } from './ports'

export interface BindDeps {
  bindings: BindingStore
  clock: Clock
}

export interface ScannedCode {
  code: string
  memberId: string
}

function offered(look: BindingLook): BindingOffer {
  if ('refused' in look) throw new AppError(look.refused)
  return { staff: { name: look.name }, mine: look.mine }
}

/** @throws AppError binding_code_unknown, binding_code_used, binding_code_expired, binding_staff_disabled, binding_member_taken */
export const lookAtCode = async (
  { bindings, clock }: BindDeps,
  { code, memberId }: ScannedCode,
): Promise<BindingOffer> => offered(await bindings.look(hashToken(code), memberId, clock.now()))

/**
 * Binds the member who scanned to the account whose code it was. The audit names the account: it is its holder who
 * scanned, and what stands there leads to no member.
 * @throws AppError as `lookAtCode`
 */
export async function bindMember(
  { bindings, clock }: BindDeps,
  { code, memberId }: ScannedCode,
  address: string,
): Promise<BindingOffer> {
  const now = clock.now()
  const audit = (staffId: string) => ({
    at: now,
    staffId,
    action: 'staff.wechat_bind',
    subjectType: 'staff' as const,
    subjectId: staffId,
    address,
  })
  return offered(await bindings.bind(hashToken(code), memberId, now, audit))
}
