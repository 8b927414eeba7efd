import { routes } from '../../http/route'
import { recordAppAnswers, type AlertPorts } from './recordAnswers'
import { showAlerts } from './showAlerts'
import { listReceived, type ReceivedDeps } from './received'

/** `/api/alerts…`: what a member is told about and how many notices they can still get. */
export const alertRoutes = (ports: AlertPorts & ReceivedDeps) => {
  const show = showAlerts(ports.store, ports.templates)
  const record = recordAppAnswers(ports)
  return routes({
    'GET /api/alerts': (_request, { memberId }) => show(memberId),

    'GET /api/alerts/received': ({ query }, { memberId }) => listReceived(ports, { memberId, ...query }),

    'POST /api/alerts/answers': async ({ body }, { memberId }) => {
      await record({ memberId, ...body })
      return show(memberId)
    },

    'PUT /api/alerts/topics/{topic}': async ({ params, body }, { memberId }) => {
      await ports.store.setTopic(memberId, params.topic, body.subscribed, ports.clock.now())
      return show(memberId)
    },
  })
}
