import { routes } from '../../http/route'
import { giveUpTest, listTests, settleTest, showTest, testNotice, type TestDeps } from './noticeTest'

/** Send to me first. */
export const testRoutes = (deps: TestDeps) =>
  routes({
    'GET /api/admin/notice-tests': (_request, context) => listTests(deps, context),
    'POST /api/admin/notice-tests': ({ body }, context) => testNotice(deps, body, context),
    'GET /api/admin/notice-tests/{id}': ({ params }, context) => showTest(deps, params.id, context),
    'POST /api/admin/notice-tests/{id}/cancel': ({ params }, context) => giveUpTest(deps, params.id, context),
    'POST /api/admin/notice-tests/{id}/settle': ({ params, body }, context) =>
      settleTest(deps, params.id, body.arrived, context),
  })
