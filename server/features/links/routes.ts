import { routes } from '../../http/route'
import { createLinkCheck } from './checkLinks'
import type { LinkProbe } from './ports'

export function linkRoutes(probe: LinkProbe) {
  const check = createLinkCheck(probe)
  return routes({ 'POST /api/admin/links/check': ({ body }) => check(body.urls) })
}
