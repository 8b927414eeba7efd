import { randomUUID } from 'node:crypto'
import type { ArticlePage, MemberSession, NoticeDetail, StaffArticle } from '../../shared/contract'
import { openStream } from '../support/eventStream'
import { eventArticle, noticeValues } from '../support/factories'
import { request, type Call } from '../support/http'
import type { StartedProcess } from '../support/process'
import { startProxy, type Proxy } from '../support/proxy'
import { startRedis, type PrivateRedis } from '../support/redis'
import { ADMINISTRATOR, keepDraft, logInAs, openBrowser } from '../support/staff'
import { until } from '../support/until'
import { buildPrograms, openFleet, removePrograms, type ProductFleet } from './fleet'

const WELL = { code: 0, stderr: '' }
const READERS = 4
/** As long as a proxy may take to learn that a process stops, on a machine that is busy. */
const DRAIN_MS = '4000'
const WRONG_TRIES = 10

/** People who go on asking until they are told to stop; whatever was not answered as it should be is written down. */
function crowd() {
  const failed: unknown[] = []
  const counts = { requests: 0 }
  const running: Promise<void>[] = []
  let isOver = false

  const asked = async <T>(url: string, method: string, call: Call, expected: number): Promise<T | null> => {
    counts.requests += 1
    try {
      const { status, body } = await request<T>(url, method, call)
      if (status === expected) return body
      failed.push([method, url, status, body])
    } catch (error) {
      failed.push([method, url, String(error), String((error as Error).cause)])
    }
    return null
  }
  return {
    failed,
    counts,
    asked,
    sendOff(again: () => Promise<void>): void {
      const run = async () => {
        while (!isOver) await again()
      }
      running.push(run().catch((error: unknown) => void failed.push(String(error))))
    },
    async callBack(): Promise<void> {
      isOver = true
      await Promise.all(running)
    },
  }
}

describe('two web processes and two workers behind one address', () => {
  let redis: PrivateRedis
  let fleet: ProductFleet
  let proxy: Proxy

  beforeAll(async () => {
    await buildPrograms()
    redis = await startRedis()
    proxy = await startProxy()
    const environment = { DRAIN_MS, TRUSTED_PROXIES: '0' }
    fleet = await openFleet({ redisUrl: redis.url, recipients: 1_200, concurrency: 8, latencyMs: 600, environment })
    await Promise.all(fleet.webs.map(({ url }) => proxy.add(url)))
  })
  afterAll(async () => {
    await fleet.clean()
    await proxy.stop()
    await redis.stop()
    removePrograms()
  })

  /** Stops one in order, once its successor has taken its place. */
  async function replaceWeb(old: { running: StartedProcess; url: string }): Promise<void> {
    old.running.child.kill('SIGTERM')
    expect(await old.running.ended).toMatchObject(WELL)
    proxy.remove(old.url)
    const next = await fleet.startWeb()
    await proxy.add(next.url)
  }

  async function replaceWorker(old: StartedProcess): Promise<void> {
    old.child.kill('SIGTERM')
    expect(await old.ended).toMatchObject(WELL)
    await fleet.startWorker()
  }

  /** What staff see of a notice while it goes out, as a browser does it: a stream that breaks is opened anew. */
  function watch(noticeId: string, cookie: string, failed: unknown[]) {
    const seen: NoticeDetail[] = []
    let streams = 0
    let isOver = false
    const following = (async () => {
      while (!isOver) {
        const stream = await openStream(`${proxy.url}/api/admin/notices/${noticeId}/stream`, { cookie })
        if (stream.response.status !== 200) failed.push(['stream', stream.response.status])
        streams += 1
        let read = 0
        await until(
          () => {
            for (const { data } of stream.events.slice(read)) seen.push(JSON.parse(data) as NoticeDetail)
            read = stream.events.length
            isOver = seen.at(-1)?.status === 'finished'
            return Promise.resolve(isOver || stream.isOver())
          },
          (done) => done,
          200_000,
        )
        await stream.close()
      }
    })()
    return { seen, streams: () => streams, following }
  }

  const wrongLogIn = async () => {
    const json = { login: 'somebody', password: 'not-the-right-one' }
    return (await openBrowser(proxy.url).call('POST', '/api/admin/session', { json })).status
  }

  async function memberToken(): Promise<string> {
    const { phoneId } = await fleet.standIn.control<{ phoneId: string }>('/phones', {})
    const { code } = await fleet.standIn.control<{ code: string }>(`/phones/${phoneId}/login-code`)
    const { body } = await request<MemberSession>(`${proxy.url}/api/session`, 'POST', { json: { code } })
    return body.token
  }

  test('are restarted one after the other while members read, staff write and a notice goes out: nothing fails', async () => {
    const workers = await Promise.all([fleet.startWorker(), fleet.startWorker()])
    const staff = await logInAs({ url: proxy.url }, ADMINISTRATOR.login)
    const token = await memberToken()
    const { body: page } = await request<ArticlePage>(`${proxy.url}/api/channels/site/articles`)
    const { id: articleId = '', views = 0 } = page.items[0] ?? {}
    const draft = await keepDraft(staff, eventArticle())
    const json = { version: draft.version, notice: { values: noticeValues() } }
    const event = await staff.call<StaffArticle>('POST', `/api/admin/articles/${draft.id}/publish`, { json })
    expect(event.status).toBe(200)
    const [{ id: noticeId } = { id: '' }] = await until(
      () => fleet.database.read.query<{ id: string }[]>('SELECT id FROM notice WHERE article_id = ?', [draft.id]),
      (rows) => rows.length > 0,
    )
    const people = crowd()
    const { asked, failed } = people
    const screen = watch(noticeId, staff.cookie() ?? '', failed)
    await fleet.acceptedAtLeast(5)
    const wrong = [await wrongLogIn(), await wrongLogIn(), await wrongLogIn(), await wrongLogIn()]

    // an app that got no answer tells of the same opening again, and comes to the other process
    const twice = { json: { opening: randomUUID() } }
    const tellings = fleet.webs.map(({ url }) => asked(`${url}/api/articles/${articleId}/views`, 'POST', twice, 200))
    await Promise.all(tellings)
    let opened = 1
    for (let reader = 0; reader < READERS; reader += 1) {
      people.sendOff(async () => {
        await asked(`${proxy.url}/api/home`, 'GET', {}, 200)
        await asked(`${proxy.url}/api/articles/${articleId}`, 'GET', {}, 200)
        const opening = { json: { opening: randomUUID() } }
        if ((await asked(`${proxy.url}/api/articles/${articleId}/views`, 'POST', opening, 200)) !== null) opened += 1
        await asked(`${proxy.url}/api/alerts`, 'GET', { headers: { authorization: `Bearer ${token}` } }, 200)
      })
    }
    let edited = await keepDraft(staff, eventArticle({ title: '写作中的活动' }))
    let saves = 0
    people.sendOff(async () => {
      const title = `写作中的活动 ${saves + 1}`
      const change = { version: edited.version, article: eventArticle({ title }) }
      const headers = { origin: proxy.url, cookie: staff.cookie() ?? '' }
      const path = `${proxy.url}/api/admin/articles/${edited.id}`
      const saved = await asked<StaffArticle>(path, 'PUT', { json: change, headers }, 200)
      if (saved === null) return
      edited = saved
      saves += 1
    })

    for (const [at, web] of fleet.webs.entries()) {
      await replaceWeb(web)
      const worker = workers[at]
      if (worker !== undefined) await replaceWorker(worker)
    }
    await fleet.standIn.latency(2)
    const states = await fleet.finished(noticeId)
    await screen.following
    await people.callBack()

    expect(failed).toEqual([])
    // each of the four was given its part of it
    expect(proxy.served.size).toBe(4)
    expect(saves).toBeGreaterThan(0)
    const kept = await staff.call<StaffArticle>('GET', `/api/admin/articles/${edited.id}`)
    expect(kept.body).toMatchObject({ title: `写作中的活动 ${saves}`, version: edited.version })

    const subscribed = fleet.people.filter((person) => person.subscribed)
    const reached = subscribed.filter(({ grants }) => grants > 0)
    expect(states).toEqual({ sent: reached.length, skipped: subscribed.length - reached.length })
    expect(fleet.notOnce(noticeId)).toEqual([])

    // the screen went from process to process, and never saw less than before
    expect(screen.streams()).toBeGreaterThan(1)
    const sent = screen.seen.map(({ counts }) => counts.sent)
    expect(sent).toEqual([...sent].sort((a, b) => a - b))
    expect(sent.at(-1)).toBe(reached.length)

    // tries are counted together: by processes that are gone as well
    while (wrong.length < WRONG_TRIES + 2) wrong.push(await wrongLogIn())
    expect(wrong.filter((status) => status === 401)).toHaveLength(WRONG_TRIES)
    expect(wrong.slice(-2)).toEqual([429, 429])

    const ends = await fleet.stop()
    expect(ends).toEqual(ends.map(() => WELL))
    const rows = await fleet.database.read.query<{ views: string }[]>('SELECT views FROM article WHERE id = ?', [
      articleId,
    ])
    expect(Number(rows[0]?.views)).toBe(views + opened)
  })
})
