import { routes, type StaffCookie } from '../../http/route'
import { logIn, type StaffDeps } from './logIn'
import { logOut } from './logOut'
import { presentOwn, type LoggedIn } from './ownStaff'
import { SESSION_MS } from './session'
import { setUp } from './setUp'

export const keepSession = (cookie: StaffCookie, { member, token }: LoggedIn) => {
  cookie.set(token, SESSION_MS)
  return member
}

export const staffRoutes = (deps: StaffDeps) =>
  routes({
    'GET /api/admin/setup': async () => ({ needed: !(await deps.staff.hasAny()) }),

    'POST /api/admin/setup': async ({ body }, { address, browser, staffCookie }) =>
      keepSession(staffCookie, await setUp(deps, { ...body, address, browser, previousToken: staffCookie.read() })),

    'POST /api/admin/session': async ({ body }, { address, browser, staffCookie }) => {
      const entered = await logIn(deps, { ...body, address, browser, previousToken: staffCookie.read() })
      return 'secondStep' in entered ? entered : keepSession(staffCookie, entered)
    },

    'GET /api/admin/session': (_request, { staff }) => Promise.resolve(presentOwn(staff, staff.mustEnrol)),

    'DELETE /api/admin/session': async (_request, { staff, address, staffCookie }) => {
      const token = staffCookie.read()
      if (token !== null) await logOut(deps, { token, staffId: staff.id, address })
      staffCookie.clear()
      return {}
    },
  })
