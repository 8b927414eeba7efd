import { routes } from '../../http/route'
import { openSession, type OpenSessionPorts } from './openSession'
import { decideConsent, eraseMe, exportMe, showMe, type OwnDataPorts } from './ownData'

/** `POST /api/session` and `/api/me…`: who a member is, and what they may ask of what is kept about them. */
export const memberRoutes = (ports: OpenSessionPorts & OwnDataPorts) => {
  const open = openSession(ports)
  const show = showMe(ports)
  const decide = decideConsent(ports)
  const everything = exportMe(ports)
  const erase = eraseMe(ports)
  return routes({
    'POST /api/session': ({ body }) => open(body),

    'GET /api/me': (_request, { memberId }) => show(memberId),

    'PUT /api/me/consent': async ({ body }, { memberId }) => {
      await decide({ memberId, ...body })
      return show(memberId)
    },

    'GET /api/me/export': (_request, { memberId }) => everything(memberId),

    'DELETE /api/me': async (_request, { memberId }) => {
      await erase(memberId)
      return {}
    },
  })
}
