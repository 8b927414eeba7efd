import { foundGroups, matching } from './entries'

it('keeps what holds all words, in whatever order and case', () => {
  const entries = [
    { key: 'a', name: '新建文章' },
    { key: 'b', name: '上传图片', note: 'Library' },
  ]
  expect(matching(entries, ' 文章 新建 ')).toEqual([entries[0]])
  expect(matching(entries, 'library')).toEqual([entries[1]])
  expect(matching(entries, '文章 图片')).toEqual([])
  expect(matching(entries, '')).toEqual(entries)
})

it('leaves out kinds of which nothing was found', () => {
  const person = { id: '01kaxmpkq00000000000000000', name: '陈晓', login: 'chen', role: 'writer' } as const
  expect(foundGroups({ articles: [], pictures: [], people: [person] })).toEqual([
    { key: 'people', name: '人员', entries: [expect.objectContaining({ name: '陈晓', note: 'chen · 撰稿' })] },
  ])
})
