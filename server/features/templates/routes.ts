import { routes } from '../../http/route'
import { chooseTemplate, showTemplates, type TemplateDeps } from './settings'

export const templateRoutes = (deps: TemplateDeps) =>
  routes({
    'GET /api/admin/settings/templates': () => showTemplates(deps),
    'GET /api/admin/wechat/templates': async () => ({ items: await deps.wechat.list() }),
    'PUT /api/admin/settings/templates': ({ body }, context) => chooseTemplate(deps, body, context),
  })
