import { matching } from './entries'

const ids = (query: string, inTable = false) => matching(query, inTable).map(({ id }) => id)

test.each([
  ['标题', ['heading-1', 'heading-2', 'heading-3']],
  ['二级', ['heading-2']],
  ['bt', ['heading-1', 'heading-2', 'heading-3']],
  ["biao'ti", ['heading-1', 'heading-2', 'heading-3']],
  ['biao', ['heading-1', 'heading-2', 'heading-3', 'table']],
  ['BG', ['table']],
  ['tp', ['picture', 'library']],
  ['list', ['bullets', 'numbers']],
  ['heading2', ['heading-2']],
  ['h3', ['heading-3']],
  ['att', ['attachment']],
  ['sp', ['video']],
  ['和', []],
])('what is typed after the slash as “%s” may mean %j', (query, expected) => {
  expect(ids(query)).toEqual(expected)
})

test('nothing typed offers everything, but no table within a table', () => {
  expect(ids('')).toHaveLength(12)
  expect(ids('', true)).not.toContain('table')
})
