import type { StaffArticle, StaffMember } from '../../../../shared/contract'
import type { ReviewState } from '../../../../shared/domain/review'
import { needsOthers, stepsFor } from './reviewMoves'

const person = (id: string, role: StaffMember['role']): StaffMember => ({ id, login: id, name: id, role })
const article = (review: ReviewState, writtenBy: string, more: Partial<StaffArticle> = {}): StaffArticle =>
  ({
    ...{ id: 'a', status: 'draft', createdBy: 'writer', review },
    reviewed: { writtenBy, approved: null, byAnother: false, trail: [] },
    ...more,
  }) as unknown as StaffArticle
const standing = { fourEyes: false, dirty: false }
const writer = person('writer', 'writer')
const editor = person('editor', 'editor')

it('writers ask for review of what is theirs, and editors decide', () => {
  expect(stepsFor({ ...standing, article: article('none', 'writer'), staff: writer })).toEqual([
    'submitted',
    'commented',
  ])
  expect(stepsFor({ ...standing, article: article('submitted', 'writer'), staff: writer })).toEqual([
    'withdrawn',
    'commented',
  ])
  expect(stepsFor({ ...standing, article: article('submitted', 'writer'), staff: person('other', 'writer') })).toEqual(
    [],
  )
  expect(stepsFor({ ...standing, article: article('submitted', 'writer'), staff: editor })).toEqual([
    'approved',
    'returned',
    'commented',
  ])
})

it('what is public has been decided', () => {
  const published = article('approved', 'writer', { status: 'published' })
  expect(stepsFor({ ...standing, article: published, staff: editor })).toEqual([])
})

it('where another has to look at it first, an editor’s own writing is for others to approve and so is what is typed now', () => {
  const own = { ...standing, fourEyes: true, staff: editor }
  expect(stepsFor({ ...own, article: article('submitted', 'editor') })).not.toContain('approved')
  expect(needsOthers({ ...own, article: article('submitted', 'editor') })).toBe(true)
  expect(needsOthers({ ...own, article: article('submitted', 'writer') })).toBe(false)
  expect(needsOthers({ ...own, article: article('submitted', 'writer'), dirty: true })).toBe(true)
  const checked = article('approved', 'editor', {
    reviewed: { writtenBy: 'editor', approved: null, byAnother: true, trail: [] },
  })
  expect(needsOthers({ ...own, article: checked })).toBe(false)
  expect(needsOthers({ ...own, fourEyes: false, article: null })).toBe(false)
})
