import type {
  ContactSettings,
  ContactValues,
  OrganisationSettings,
  OrganisationValues,
  Picture,
} from '../../../shared/contract'
import type { Association } from '../../../shared/contract/association'
import type { SpecialDay } from '../../../shared/domain/officeHours'
import { formatIsoDate } from '../../../shared/domain/time'
import type { AuditEntry } from '../../kernel/audit'
import type { Clock } from '../../kernel/clock'
import { AppError, invalidFields } from '../../kernel/errors'
import type { HouseStore, LiveHouse } from './ports'
import { contactOf, differing, organisationOf } from './values'

export interface HouseDeps {
  store: HouseStore
  live: LiveHouse
  /** As the file has it. */
  configured: Association
  configuredPhoto: Picture | null
  publicDays: readonly SpecialDay[]
  clock: Clock
  /** Called once a change is written: who made it sees it at once. */
  onChange: () => Promise<void>
}

interface Actor {
  staff: { id: string }
  address: string
}

const auditOf = ({ clock }: HouseDeps, { staff, address }: Actor, part: string, detail: object): AuditEntry => ({
  ...{ at: clock.now(), staffId: staff.id, action: 'setting.change', address },
  ...{ subjectType: 'setting', subjectId: part, detail: { ...detail } },
})

export function showOrganisation({ configured, live }: HouseDeps): OrganisationSettings {
  const own = organisationOf(configured)
  return { values: { ...own, ...live.overrides().organisation }, configured: own }
}

export async function changeOrganisation(
  deps: HouseDeps,
  values: OrganisationValues,
  actor: Actor,
): Promise<OrganisationSettings> {
  const was = deps.live.overrides().organisation
  const is = differing(values, organisationOf(deps.configured))
  await deps.store.keep('organisation', is, auditOf(deps, actor, 'organisation', { was, is }))
  await deps.onChange()
  return showOrganisation(deps)
}

export function showContact({ configured, configuredPhoto, live, publicDays, clock }: HouseDeps): ContactSettings {
  const own = contactOf(configured)
  const year = Number(formatIsoDate(clock.now()).slice(0, 4))
  return {
    values: { ...own, ...live.overrides().contact },
    configured: own,
    photo: { library: live.libraryPhoto(), configured: configuredPhoto },
    publicDays: publicDays.filter(({ date }) => date >= `${year}-01-01` && date <= `${year + 1}-12-31`),
  }
}

/** @throws AppError media_not_found */
export async function changeContact(deps: HouseDeps, values: ContactValues, actor: Actor): Promise<ContactSettings> {
  const { source, mediaId, alt } = values.photo
  if (source === 'library') {
    if (mediaId === null) throw invalidFields({ 'photo.mediaId': { code: 'required' } })
    if (alt === '') throw invalidFields({ 'photo.alt': { code: 'required' } })
    if ((await deps.store.picture(mediaId)) === null) throw new AppError('media_not_found')
  }
  const photo = source === 'library' ? values.photo : { source, mediaId: null, alt: '' }
  const was = deps.live.overrides().contact
  const is = differing({ ...values, photo }, contactOf(deps.configured))
  await deps.store.keep('contact', is, auditOf(deps, actor, 'contact', { was, is }))
  await deps.onChange()
  return showContact(deps)
}
