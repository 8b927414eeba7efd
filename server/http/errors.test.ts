import Koa from 'koa'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { AppError, invalidFields } from '../kernel/errors'
import { silentLogger } from '../kernel/logger'
import { answerErrors } from './errors'

/** What a caller gets when this goes wrong. */
async function answerTo(thrown: unknown, language = 'zh-CN') {
  const app = new Koa()
  app.use(answerErrors(silentLogger))
  app.use(() => Promise.reject(thrown))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-language': language } })
  const body = (await response.json()) as unknown
  server.close()
  return { status: response.status, retryAfter: response.headers.get('retry-after'), body }
}

const failing = (code: string) => Object.assign(new Error('words of a library'), { code })

test.each([
  [failing('ENOSPC'), 507, 'storage_full'],
  [failing('SQLITE_FULL'), 507, 'storage_full'],
  [new Error('wrapped', { cause: failing('ENOSPC') }), 507, 'storage_full'],
  [failing('ECONNREFUSED'), 503, 'unavailable'],
  [failing('SOMETHING'), 500, 'internal'],
  [new TypeError('undefined is not a function'), 500, 'internal'],
  ['a text', 500, 'internal'],
  [null, 500, 'internal'],
])('%s becomes a code of our own', async (thrown, status, code) => {
  const answer = await answerTo(thrown)
  expect(answer).toMatchObject({ status, body: { error: { code } } })
  expect(JSON.stringify(answer.body)).not.toMatch(/words of a library|undefined is not/)
})

test('a full disk is told in words that help', async () => {
  expect((await answerTo(failing('ENOSPC'))).body).toEqual({
    error: { code: 'storage_full', message: '服务器存储空间不足，内容尚未保存。' },
  })
})

test('fields have words with their numbers, in the language asked for', async () => {
  const error = invalidFields({ title: { code: 'too_long', values: { limit: 120 } } })
  expect((await answerTo(error)).body).toMatchObject({
    error: { fields: { title: { message: '不能超过 120 个字符。' } } },
  })
  expect((await answerTo(error, 'en')).body).toMatchObject({
    error: { fields: { title: { message: 'At most 120 characters.' } } },
  })
  expect((await answerTo(error, 'de')).body).toMatchObject({ error: { message: '填写的内容有误，请检查标出的项目。' } })
})

test('who has to wait is told how long', async () => {
  expect((await answerTo(new AppError('login_throttled', { retryAfterSeconds: 90 }))).retryAfter).toBe('90')
})
