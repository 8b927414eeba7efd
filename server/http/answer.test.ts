import { Answer, encodingFor } from './answer'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['*', 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.000 , gzip;q=1', 'gzip'],
  ['br;q=0.1', 'br'],
  ['brotli', 'identity'],
  ['x-gzip', 'identity'],
])('for %j an answer goes out as %s', (accepts, encoding) => {
  expect(encodingFor(accepts)).toBe(encoding)
})

test('the same words have the same tag, others another', () => {
  expect(new Answer({ a: 1 }).etag).toBe(new Answer({ a: 1 }).etag)
  expect(new Answer({ a: 1 }).etag).not.toBe(new Answer({ a: 2 }).etag)
})

test('each encoding is prepared once, also for many who come at once', async () => {
  const answer = new Answer('社工'.repeat(2000))
  const [first, second] = await Promise.all([answer.bytes('br'), answer.bytes('br')])
  expect(first).toBe(second)
  expect(answer.ready('br')).toBe(first)
})
