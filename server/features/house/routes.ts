import { routes } from '../../http/route'
import { changeContact, changeOrganisation, showContact, showOrganisation, type HouseDeps } from './settings'

export const houseRoutes = (deps: HouseDeps) =>
  routes({
    'GET /api/admin/settings/organisation': () => Promise.resolve(showOrganisation(deps)),
    'PUT /api/admin/settings/organisation': ({ body }, context) => changeOrganisation(deps, body, context),
    'GET /api/admin/settings/contact': () => Promise.resolve(showContact(deps)),
    'PUT /api/admin/settings/contact': ({ body }, context) => changeContact(deps, body, context),
  })
