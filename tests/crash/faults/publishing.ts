import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { newId } from '../../../server/kernel/ids'
import { ArticleEntity } from '../../../server/store/entities'
import { createArticleWrites } from '../../../server/store/repositories/articlesWrite'
import { VALUES } from '../audience'
import { bundled, root } from '../bundle'
import type { Scene } from '../scene'
import { TEMPLATE_ID } from '../standIn'
import type { Clicked, Clicks, PublisherSetup } from '../worker/orders'
import { faultRun, type FaultOptions } from './fault'

const audit = (articleId: string) => ({
  at: Date.now(),
  staffId: newId(),
  action: 'article.save',
  subjectType: 'article' as const,
  subjectId: articleId,
  address: '127.0.0.1',
})

async function draft(scene: Scene): Promise<string> {
  const id = newId()
  const content = {
    channelId: newId(),
    title: '滨海长者健步行',
    summary: '',
    publisher: '协会',
    bodyHtml: '<p>欢迎参加</p>',
    blocks: '[]',
    coverId: null,
    pinned: false,
    event: null,
  }
  await createArticleWrites(scene.database).create(id, content, audit(id))
  return id
}

async function standOf(scene: Scene, id: string) {
  const row = await scene.database.read.findOneByOrFail(ArticleEntity, { id })
  const { version, reviewState: review = 'none' } = row
  return { version, review, published: row.status === 'published' }
}

async function noticesOf(scene: Scene): Promise<number> {
  const rows = (await scene.database.read.query('SELECT COUNT(*) AS count FROM notice')) as { count: unknown }[]
  return Number(rows[0]?.count)
}

/** A process whose staff click; `clicks` answers null when it died of it. */
async function publisher(setup: PublisherSetup) {
  const child = fork(await bundled('publisher'), {
    cwd: root,
    env: { PATH: process.env.PATH, CRASH_PUBLISHER: JSON.stringify(setup) },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit')
  await Promise.race([once(child, 'message'), ended])
  return {
    async clicks(clicks: Clicks): Promise<Clicked | null> {
      const answer = once(child, 'message').then(([clicked]) => clicked as Clicked)
      child.send(clicks)
      return Promise.race([answer, ended.then(() => null)])
    },
    async close(): Promise<void> {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Clicks of several processes at once on one version; what all of them were answered. */
async function clickAtOnce(setups: PublisherSetup[], clicks: Clicks): Promise<Clicked> {
  const publishers = await Promise.all(setups.map(publisher))
  const answers = await Promise.all(publishers.map((process) => process.clicks(clicks)))
  await Promise.all(publishers.map((process) => process.close()))
  const sum: Clicked = { published: 0, changed: 0, notice_exists: 0, failed: 0 }
  for (const answer of answers) {
    for (const name of Object.keys(sum) as (keyof Clicked)[]) sum[name] += answer?.[name] ?? 0
  }
  return sum
}

/**
 * Two processes die while they publish, before the commit and after it; then 200 clicks come at once over several
 * processes; and when the notice is out the article is taken back and published once more. One notice, whatever is clicked.
 */
export const publishClicks = (options: FaultOptions) =>
  faultRun(
    options.bug === null ? 'publish-clicks-200' : `bug:${options.bug}`,
    { ...options, bug: null, recipients: Math.min(options.recipients, 200) },
    async (scene) => {
      const articleId = await draft(scene)
      const setup = (place: number, dieAt: number | null): PublisherSetup => ({
        databaseUrl: scene.databaseUrl,
        traceFile: join(scene.folder, `publisher-${place}.log`),
        bug: options.bug,
        articleId,
        templateId: TEMPLATE_ID,
        values: VALUES,
        dieAt,
      })
      const processes = Math.max(3, options.workers)
      const setups = Array.from({ length: processes }, (_, place) => setup(place, null))
      const count = Math.ceil((options.times ?? 200) / processes)
      let died = 0
      for (const dieAt of [1, 2]) {
        const doomed = await publisher(setup(100 + dieAt, dieAt))
        const { version, review } = await standOf(scene, articleId)
        if ((await doomed.clicks({ version, review, count: 1 })) === null) died += 1
        await doomed.close()
      }
      const before = await standOf(scene, articleId)
      const first = await clickAtOnce(setups, { ...before, count })
      await scene.over()
      const { version, review } = await standOf(scene, articleId)
      let second: Clicked = { published: 0, changed: 0, notice_exists: 0, failed: 0 }
      // published, and nobody is to be told: a second publication would only hide it
      if ((await noticesOf(scene)) > 0) {
        await createArticleWrites(scene.database).withdraw({ id: articleId, version, audit: audit(articleId) })
        second = await clickAtOnce(setups, { version: version + 1, review, count })
        await scene.over()
      }
      const notices = await noticesOf(scene)
      const published = first.published + second.published + (before.published ? 1 : 0)
      return {
        unknownBound: 0,
        held: notices === 1 && published === 1 && first.failed + second.failed === 0,
        void: died < 2,
        seen: { clicks: count * processes * 2, published, notices, died, exists: second.notice_exists },
      }
    },
    { undecided: true, latencyMs: 5 },
  )
