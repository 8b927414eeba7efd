import { endpoints } from '../../shared/contract'
import { AppError } from '../kernel/errors'
import { checkRequest, checkResponse } from './guard'

const setup = endpoints['GET /api/admin/setup']

test('a column that slipped into an answer does not leave the server', () => {
  const check = () => checkResponse('GET /api/admin/setup', setup, { needed: true, passwordHash: 'canary' })
  expect(check).toThrow(/GET \/api\/admin\/setup answered outside its contract.*passwordHash/)
})

test('an answer that lacks what the contract promises is a fault as well', () => {
  expect(() => checkResponse('GET /api/admin/setup', setup, {})).toThrow(/needed/)
})

test('an endpoint without a query or a body takes none', () => {
  const raw = { params: {}, query: { debug: '1' }, body: { role: 'administrator' } }
  try {
    checkRequest(setup, raw)
    throw new Error('it was let through')
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).details.fields).toEqual({
      debug: { code: 'unknown_field' },
      role: { code: 'unknown_field' },
    })
  }
})

test('a value in the address that nothing can be named by is the same as one that names nothing', () => {
  const read = endpoints['GET /api/articles/{id}']
  expect(() => checkRequest(read, { params: { id: '../etc' }, query: {}, body: undefined })).toThrow(
    'article_not_found',
  )
})
