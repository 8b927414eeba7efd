import { toApiError } from './errors'

it('shows the server’s words, and at which field', () => {
  const error = toApiError(400, {
    error: {
      code: 'request_invalid',
      message: '填写的内容有误。',
      fields: { title: { code: 'required', message: '请填写此项。' } },
    },
  })
  expect(error).toMatchObject({
    code: 'request_invalid',
    message: '填写的内容有误。',
    fields: { title: '请填写此项。' },
  })
})

it.each([502, 504])('has words of its own for a proxy’s page with status %d', (status) => {
  expect(toApiError(status, null)).toMatchObject({ code: 'unavailable', message: '服务暂时不可用，请稍后再试。' })
})
