import { addressOf } from './address'

describe('the address of a call', () => {
  it('fills the names in the path and escapes them', () => {
    expect(addressOf('/api/articles/{id}', { params: { id: 'a/b?c' } })).toBe('/api/articles/a%2Fb%3Fc')
  })

  it('leaves out what was not given', () => {
    const template = '/api/channels/{slug}/articles'
    expect(addressOf(template, { params: { slug: 'events' }, query: { cursor: undefined, limit: 20 } })).toBe(
      '/api/channels/events/articles?limit=20',
    )
    expect(addressOf(template, { params: { slug: 'events' }, query: {} })).toBe('/api/channels/events/articles')
  })
})
