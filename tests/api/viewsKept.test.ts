import { randomUUID } from 'node:crypto'
import { ArticleEntity } from '../../server/store/entities'
import { openDatabase } from '../../server/store/open'
import type { ArticlePage } from '../../shared/contract'
import { availableDatabases, createFreshDatabase } from '../support/databases'
import { request } from '../support/http'
import { startProcess, type StartedProcess } from '../support/process'
import { until } from '../support/until'

describe.each(availableDatabases)('views that were counted, on %s', (kind) => {
  test('are all there after a stop in order, and after a kill but for the last second', async () => {
    const fresh = await createFreshDatabase(kind)
    const started: StartedProcess[] = []
    const start = async () => {
      const web = startProcess('web', { DATABASE_URL: fresh.url })
      started.push(web)
      return { web, url: await web.ready() }
    }
    const newest = async (url: string) => {
      const { body } = await request<ArticlePage>(`${url}/api/channels/site/articles`)
      return { id: body.items[0]?.id ?? '', views: body.items[0]?.views ?? 0 }
    }
    const open = async (url: string, id: string, times: number) => {
      const json = () => ({ json: { opening: randomUUID() } })
      const answers = await Promise.all(
        Array.from({ length: times }, () => request(`${url}/api/articles/${id}/views`, 'POST', json())),
      )
      expect(answers.every(({ status }) => status === 200)).toBe(true)
    }
    try {
      const first = await start()
      const { id, views } = await newest(first.url)
      await open(first.url, id, 40)
      first.web.child.kill('SIGTERM')
      await first.web.ended
      const second = await start()
      expect(await newest(second.url)).toEqual({ id, views: views + 40 })

      await open(second.url, id, 20)
      // written down by itself, while the server goes on
      const database = await openDatabase(fresh.url)
      await until(
        async () => (await database.read.findOneByOrFail(ArticleEntity, { id })).views,
        (count) => count === views + 60,
      )
      await database.close()
      await open(second.url, id, 5)
      second.web.child.kill('SIGKILL')
      await second.web.ended
      const third = await start()
      const { views: after } = await newest(third.url)
      expect([after >= views + 60, after <= views + 65]).toEqual([true, true])
    } finally {
      for (const web of started) await web.clean()
      await fresh.drop()
    }
  })
})
