import { randomBytes } from 'node:crypto'
import type { BindingCode, OwnBinding } from '../../../shared/contract'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { MINUTE_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { hashToken } from '../../kernel/ids'
import type { BindingCodePictures, BindingStore, BindingThrottle } from './ports'

const PAGE = 'pages/binding/index'
/** Long enough to find the phone, short enough for a picture of the screen to be worth nothing. */
const CODE_LIFE_MS = 5 * MINUTE_MS
const CODES_WINDOW_MS = 10 * MINUTE_MS
const MOST_CODES = 10
/** WeChat takes 32 characters as a `scene`; 128 bits are 22 of them. */
const CODE_BYTES = 16

export interface OwnBindingDeps {
  bindings: BindingStore
  pictures: BindingCodePictures
  throttle: BindingThrottle
  templates: readonly NoticeTemplate[]
  clock: Clock
}

export interface Actor {
  staff: { id: string }
  address: string
}

/** Whether my WeChat is bound, and how many notices of each template it can still get. Never whose it is. */
export async function showBinding({ bindings, templates }: OwnBindingDeps, { staff }: Actor): Promise<OwnBinding> {
  const found = await bindings.of(staff.id)
  if (found === null) return { since: null, grants: [] }
  return {
    since: new Date(found.since).toISOString(),
    grants: templates.map(({ kind, id, title }) => ({ kind, title, remaining: found.available.get(id) ?? 0 })),
  }
}

/** WeChat draws a JPEG by default; a PNG begins with its name. */
const typeOf = (picture: Buffer): string =>
  picture.subarray(1, 4).toString('latin1') === 'PNG' ? 'image/png' : 'image/jpeg'

/**
 * A code for the own account. It is told this once, as a picture, and kept as a hash: a copy of the database binds nobody.
 * @throws AppError too_many_requests, wechat_busy, wechat_unavailable
 */
export async function makeBindingCode(deps: OwnBindingDeps, { staff }: Actor): Promise<BindingCode> {
  const { bindings, pictures, throttle, clock } = deps
  const { tries, endsAt } = await throttle.count(`binding:${staff.id}`, CODES_WINDOW_MS, clock.now())
  if (tries > MOST_CODES) {
    throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil((endsAt - clock.now()) / 1000) })
  }
  const code = randomBytes(CODE_BYTES).toString('base64url')
  const picture = await pictures.draw({ scene: code, page: PAGE })
  const now = clock.now()
  const expiresAt = now + CODE_LIFE_MS
  await bindings.keepCode({ codeHash: hashToken(code), staffId: staff.id, expiresAt }, now)
  return {
    picture: `data:${typeOf(picture)};base64,${picture.toString('base64')}`,
    expiresAt: new Date(expiresAt).toISOString(),
  }
}

/** Done twice it is done. */
export async function unbind(deps: OwnBindingDeps, actor: Actor): Promise<OwnBinding> {
  const { id } = actor.staff
  const subject = { subjectType: 'staff' as const, subjectId: id }
  await deps.bindings.unbind(id, {
    ...{ at: deps.clock.now(), staffId: id, action: 'staff.wechat_unbind', address: actor.address },
    ...subject,
  })
  return showBinding(deps, actor)
}
