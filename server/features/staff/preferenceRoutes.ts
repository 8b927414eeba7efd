import { routes } from '../../http/route'
import type { Clock } from '../../kernel/clock'
import type { PreferenceStore } from './portsPreferences'

export interface PreferenceDeps {
  preferences: PreferenceStore
  clock: Clock
}

export const preferenceRoutes = ({ preferences, clock }: PreferenceDeps) =>
  routes({
    'GET /api/admin/me/preferences': async (_request, { staff }) => ({
      language: await preferences.languageOf(staff.id),
    }),
    'PUT /api/admin/me/preferences': async ({ body }, { staff }) => {
      await preferences.chooseLanguage(staff.id, body.language, clock.now())
      return {}
    },
  })
