import { readFileSync } from 'node:fs'
import { LICENCE } from './licence'

it('the licence that the about page shows is the one of the source', () => {
  const words = readFileSync('LICENSE', 'utf8').trim().split(/\s+/)
  expect(LICENCE.join(' ').split(/\s+/)).toEqual(words)
})
