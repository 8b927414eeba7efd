/** A process in which staff publish an article with a notice: the product's own transaction, and two planted faults. */
import type { Publication } from '../../../server/features/articles/portsStaff'
import { newId } from '../../../server/kernel/ids'
import { NoticeEntity } from '../../../server/store/entities'
import { openDatabase } from '../../../server/store/open'
import { createArticleWrites } from '../../../server/store/repositories/articlesWrite'
import { Moments } from './moments'
import type { Clicked, Clicks, PublisherSetup } from './orders'
import { tracedDatabase, within } from './tracedPorts'

type Answer = Exclude<keyof Clicked, 'failed'>

async function main(): Promise<void> {
  const setup = JSON.parse(process.env['CRASH_PUBLISHER'] ?? '{}') as PublisherSetup
  const { articleId, bug, templateId, values } = setup
  const moments = new Moments(setup.traceFile)
  if (setup.dieAt !== null) moments.arm('publishing', setup.dieAt)
  const database = await openDatabase(setup.databaseUrl)
  const articles = createArticleWrites(tracedDatabase(database, moments))
  const staffId = newId()

  async function publish(publication: Publication): Promise<Answer> {
    const { notice } = publication
    if (bug !== 'enqueue_outside_transaction' || notice === null) return articles.publish(publication)
    const answer = await articles.publish({ ...publication, notice: null })
    moments.pass('publishing')
    if (answer !== 'published') return answer
    const { values: words, ...rest } = notice
    await database.write((manager) =>
      manager.insert(NoticeEntity, {
        ...rest,
        articleId,
        kind: 'preview',
        templateValues: JSON.stringify(words),
        status: 'preparing',
        createdBy: staffId,
        createdAt: Date.now(),
      }),
    )
    return answer
  }

  async function click({ version, review }: Clicks): Promise<Answer> {
    const id = newId()
    const audit = {
      at: Date.now(),
      staffId,
      action: 'article.publish',
      subjectType: 'article' as const,
      subjectId: articleId,
      address: '127.0.0.1',
    }
    const notice = {
      id,
      dedupeKey: `preview:${articleId}${bug === 'no_unique_key' ? `:${id}` : ''}`,
      templateId,
      values,
      page: `pages/article/index?id=${articleId}&notice=${id}`,
      atNight: true,
    }
    const plan = { reminders: [], off: false }
    const judged = { review, approves: review !== 'approved' }
    const answer = await within.run('publishing', () =>
      publish({ id: articleId, version, summary: '', ...judged, notice, withdrawAt: null, plan, audit }),
    )
    moments.pass('publishing')
    return answer
  }

  process.on('message', (clicks: Clicks) => {
    const clicked: Clicked = { published: 0, changed: 0, notice_exists: 0, failed: 0 }
    const answers = Array.from({ length: clicks.count }, () =>
      click(clicks).then(
        (answer) => (clicked[answer] += 1),
        () => (clicked.failed += 1),
      ),
    )
    void Promise.all(answers).then(() => process.send?.(clicked))
  })
  process.once('disconnect', () => process.exit(0))
  process.send?.('ready')
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
