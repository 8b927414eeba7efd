import type { NoticeTest } from '../../../shared/contract'
import type { NoticeKind } from '../../../shared/domain/notice'
import { waitOf } from '../../../shared/domain/noticeTest'
import { DAY_MS, MINUTE_MS } from '../../../shared/domain/time'
import { AppError } from '../../kernel/errors'
import { newId } from '../../kernel/ids'
import { auditOf, type Actor } from './actor'
import { templateTaking, type DeskDeps } from './decideNotice'
import type { NoticeTests, StoredTest, TestMade, TestThrottle } from './portsTests'
import { iso, isoOrNull } from './presenter'

const WINDOW_MS = 10 * MINUTE_MS
const MOST = 20
const SHOWN = 10

export interface TestDeps extends DeskDeps {
  tests: NoticeTests
  throttle: TestThrottle
}

export interface TestCommand {
  articleId: string
  kind: NoticeKind
  values: Record<string, string>
}

const REFUSALS = { unbound: 'binding_missing', no_grant: 'test_no_grant', open: 'test_open' } as const satisfies Record<
  Exclude<TestMade, 'made'>,
  string
>

function present({ status, ...test }: StoredTest, now: number): NoticeTest {
  // Given up: the sweep has not come to its row yet.
  const isGivenUp = status === 'cancelled' || status === 'halted'
  const isWaiting = test.state === 'pending'
  return {
    id: test.id,
    kind: test.kind,
    state: isWaiting && isGivenUp ? 'skipped' : test.state,
    reason: test.reason,
    waits: isWaiting && !isGivenUp ? waitOf({ ...test, isPaused: status === 'paused' }, now) : null,
    createdAt: iso(test.createdAt),
    settledAt: isoOrNull(test.settledAt),
  }
}

async function findTest({ tests }: TestDeps, id: string, { staff }: Actor): Promise<StoredTest> {
  const found = await tests.find(id, staff.id)
  if (found === null) throw new AppError('test_not_found')
  return found
}

export const showTest = async (deps: TestDeps, id: string, actor: Actor): Promise<NoticeTest> =>
  present(await findTest(deps, id, actor), deps.clock.now())

/** What I sent to myself within a day: whoever left the composer finds it again. */
export async function listTests({ tests, clock }: TestDeps, { staff }: Actor): Promise<{ items: NoticeTest[] }> {
  const now = clock.now()
  const found = await tests.list(staff.id, now - DAY_MS, SHOWN)
  return { items: found.map((test) => present(test, now)) }
}

async function refuseTooMany({ throttle, clock }: TestDeps, { staff }: Actor): Promise<void> {
  const now = clock.now()
  const { tries, endsAt } = await throttle.count(`test:${staff.id}`, WINDOW_MS, now)
  if (tries > MOST) throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil((endsAt - now) / 1000) })
}

/**
 * Sends these words to who asks, before members get them: by the engine and its ledger, as a notice with exactly one
 * delivery, which belongs to no article and so stands in no audience and no figure.
 * @throws AppError article_not_found, binding_missing, test_no_grant, test_open, too_many_requests, request_invalid
 */
export async function testNotice(deps: TestDeps, command: TestCommand, actor: Actor): Promise<NoticeTest> {
  const { articleId, kind, values } = command
  if ((await deps.subjects.find(articleId)) === null) throw new AppError('article_not_found')
  const template = templateTaking(deps.templates, kind, values)
  await refuseTooMany(deps, actor)
  const id = newId()
  const page = `pages/article/index?id=${articleId}`
  const subject = { subjectType: 'notice' as const, subjectId: id }
  const made = await deps.tests.make(
    { id, kind, templateId: template.id, values, page },
    auditOf(deps, actor, 'notice.test', subject, { kind, articleId }),
  )
  if (made !== 'made') throw new AppError(REFUSALS[made])
  deps.wakeup.notify()
  return showTest(deps, id, actor)
}

/** @throws AppError test_not_found, test_move when it has gone out already */
export async function giveUpTest(deps: TestDeps, id: string, actor: Actor): Promise<NoticeTest> {
  const test = await findTest(deps, id, actor)
  const audit = auditOf(deps, actor, 'notice.test_cancel', { subjectType: 'notice', subjectId: id })
  if (test.state !== 'pending' || !(await deps.desk.cancel(id, audit))) throw new AppError('test_move')
  deps.wakeup.notify()
  return showTest(deps, id, actor)
}

/** Its author looks at the phone and says what nobody else knows. @throws AppError test_not_found, test_move */
export async function settleTest(deps: TestDeps, id: string, arrived: boolean, actor: Actor): Promise<NoticeTest> {
  const { deliveryId, state, reason, settledAt } = await findTest(deps, id, actor)
  const outcome = arrived ? ('sent' as const) : ('failed' as const)
  const subject = { subjectType: 'delivery' as const, subjectId: deliveryId }
  const detail = { outcome, note: '', was: { state, reason, settledAt }, noticeId: id }
  const audit = auditOf(deps, actor, 'delivery.settle', subject, detail)
  if (!(await deps.desk.settle({ deliveryId, outcome, note: '' }, audit))) throw new AppError('test_move')
  deps.wakeup.notify()
  return showTest(deps, id, actor)
}
