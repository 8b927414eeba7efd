import type { Picture } from '../../shared/contract'
import type { Association } from '../../shared/contract/association'
import { overridden, type HouseOverrides, type HouseStore, type LiveHouse } from '../features/house'

/** The association as it is now: what administrators have set stands in place of its file, without a restart. */
export interface HouseNow extends LiveHouse {
  /** Reads the same for as long as the process lives; what it holds follows the settings. */
  association: Association
  /** Of the contact card. */
  photo(): Picture | null
  /** Reads the settings anew; called at the start and whenever a process has changed something for everybody. */
  reload(): Promise<void>
}

export function createHouseNow(configured: Association, configuredPhoto: Picture | null, store: HouseStore): HouseNow {
  let overrides: HouseOverrides = { organisation: {}, contact: {} }
  let now = configured
  let library: Picture | null = null

  return {
    association: {
      get organisation() {
        return now.organisation
      },
      get contact() {
        return now.contact
      },
      ...{ channels: configured.channels, checks: configured.checks, templates: configured.templates },
    },
    overrides: () => overrides,
    libraryPhoto: () => library,
    photo() {
      const source = overrides.contact.photo?.source ?? 'configured'
      // a picture that is gone leaves the configured one, not a hole
      return source === 'none' ? null : source === 'library' ? (library ?? configuredPhoto) : configuredPhoto
    },
    async reload() {
      const read = await store.read()
      const { mediaId = null, alt = '' } = read.contact.photo ?? {}
      const found = mediaId === null ? null : await store.picture(mediaId)
      library = found === null ? null : { ...found, alt }
      overrides = read
      now = overridden(configured, read.organisation, read.contact)
    },
  }
}
