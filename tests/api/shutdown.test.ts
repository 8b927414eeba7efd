import type { ArticlePage } from '../../shared/contract'
import { openDatabase } from '../../server/store/open'
import { codeOf, request } from '../support/http'
import { startProcess } from '../support/process'

test('a server that starts says where to go, serves, and on SIGTERM ends with what it counted written down', async () => {
  const web = startProcess('web')
  const url = (await web.ready()).replace('localhost', '127.0.0.1')
  expect((await request(`${url}/api/home`)).status).toBe(200)
  const { body } = await request<ArticlePage>(`${url}/api/channels/site/articles`)
  const { id = '', views = 0 } = body.items[0] ?? {}
  const json = { opening: '7f0c3a52-6a57-4b0f-9d6e-0d9f5a7b1c14' }
  expect((await request(`${url}/api/articles/${id}/views`, 'POST', { json })).body).toEqual({ views: views + 1 })
  // a terminal and a parent may both pass the same signal on
  web.child.kill('SIGINT')
  web.child.kill('SIGTERM')
  const { code, stdout, stderr } = await web.ended
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(
    /会员端（网页版） .*\/\n.*工作人员后台 .*\/admin\/\n.*首次设置码 +[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}（[^]*手机模拟 .*\/sandbox\//,
  )

  const database = await openDatabase(`sqlite:${web.dataFolder}/app.db`)
  expect(await database.read.query('SELECT views FROM article WHERE id = ?', [id])).toEqual([{ views: views + 1 }])
  await database.close()
  await web.clean()
})

test('a new start offers a new set-up code and takes no old one', async () => {
  const codeIn = (text: string) => /首次设置码\s+([0-9A-Z-]+)/.exec(text)?.[1] ?? ''
  const first = startProcess('web')
  await first.ready()
  first.child.kill('SIGTERM')
  const { stdout } = await first.ended
  const second = startProcess('web', { DATA_DIR: first.dataFolder })
  const url = (await second.ready()).replace('localhost', '127.0.0.1')
  const json = { code: codeIn(stdout), login: 'admin', name: '王', password: 'a-long-passphrase' }
  const refused = await request(`${url}/api/admin/setup`, 'POST', { json, headers: { origin: url } })
  expect(codeOf(refused)).toBe('setup_code_wrong')
  await second.clean()
  await first.clean()
})

test('a worker of its own starts and stops', async () => {
  const worker = startProcess('worker')
  expect(await worker.ready()).toBe('worker')
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toMatchObject({ code: 0, stderr: '' })
  await worker.clean()
})

test('a stop that comes twice at once, from a service manager and from the parent, is one stop in order', async () => {
  const worker = startProcess('worker')
  await worker.ready()
  worker.child.kill('SIGTERM')
  worker.child.kill('SIGINT')
  worker.child.kill('SIGTERM')
  expect(await worker.ended).toMatchObject({ code: 0, stderr: '' })
  await worker.clean()
})
