import { routes, type StaffCookie } from '../../http/route'
import { logIn, presentStaff, type LoggedIn, type StaffDeps } from './logIn'
import { logOut } from './logOut'
import { SESSION_MS } from './session'
import { setUp } from './setUp'

const keep = (cookie: StaffCookie, { member, token }: LoggedIn) => {
  cookie.set(token, SESSION_MS)
  return member
}

export const staffRoutes = (deps: StaffDeps) =>
  routes({
    'GET /api/admin/setup': async () => ({ needed: !(await deps.staff.hasAny()) }),

    'POST /api/admin/setup': async ({ body }, { address, browser, staffCookie }) =>
      keep(staffCookie, await setUp(deps, { ...body, address, browser, previousToken: staffCookie.read() })),

    'POST /api/admin/session': async ({ body }, { address, browser, staffCookie }) =>
      keep(staffCookie, await logIn(deps, { ...body, address, browser, previousToken: staffCookie.read() })),

    'GET /api/admin/session': (_request, { staff }) => Promise.resolve(presentStaff(staff)),

    'DELETE /api/admin/session': async (_request, { staff, address, staffCookie }) => {
      const token = staffCookie.read()
      if (token !== null) await logOut(deps, { token, staffId: staff.id, address })
      staffCookie.clear()
      return {}
    },
  })
