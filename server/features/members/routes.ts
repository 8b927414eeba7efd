import { routes } from '../../http/route'
import { openSession, type OpenSessionPorts } from './openSession'

/** `POST /api/session`. */
export const memberRoutes = (ports: OpenSessionPorts) => {
  const open = openSession(ports)
  return routes({
    'POST /api/session': ({ body }) => open(body),
  })
}
