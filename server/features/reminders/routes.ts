import { routes } from '../../http/route'
import { linkCalendar, type CalendarLinkDeps } from './calendarLink'
import { decideReminder, showReminder, type ReminderDeps } from './eventReminder'

/** What a member does about one event: be reminded of it, put it into the phone's calendar. */
export const reminderRoutes = (deps: ReminderDeps & CalendarLinkDeps) =>
  routes({
    'GET /api/articles/{id}/reminder': ({ params }, { memberId }) =>
      showReminder(deps, { memberId, articleId: params.id }),

    'PUT /api/articles/{id}/reminder': ({ params, body }, { memberId }) =>
      decideReminder(deps, { memberId, articleId: params.id, on: body.on }),

    'GET /api/articles/{id}/calendar-link': ({ params }, { memberId }) =>
      linkCalendar(deps, { memberId, articleId: params.id }),
  })
