import { planNotices, type PlanDeps } from './planNotices'
import type { NoticeWakeup, ReminderPlans, StaffArticles } from './portsStaff'

export interface PlanRemindersDeps extends PlanDeps {
  articles: Pick<StaffArticles, 'find'>
  plans: ReminderPlans
  wakeup: NoticeWakeup
}

/** An event that was announced to nobody still reminds the members who chose it. */
export const createReminderPlan = (deps: PlanRemindersDeps) => ({
  async plan(articleId: string): Promise<void> {
    if (await deps.plans.isPlanned(articleId)) return
    const article = await deps.articles.find(articleId)
    const plan = article === null ? null : await planNotices(deps, article)
    if (plan === null || plan.reminders.length === 0) return
    await deps.plans.plan(articleId, plan, deps.clock.now())
    deps.wakeup.notify()
  },
})
