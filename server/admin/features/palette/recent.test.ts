import { keepRecent, recentOf } from './recent'

const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const entry = (key: string) => ({ key, name: `第 ${key} 篇`, to: `/articles/${key}` })

it('keeps the last six of each person, each once, the newest first', () => {
  const kept = storage()
  for (const key of ['1', '2', '3', '4', '5', '6', '7', '2']) keepRecent(kept, 'me', entry(key))
  expect(recentOf(kept, 'me').map(({ key }) => key)).toEqual(['2', '7', '6', '5', '4', '3'])
  expect(recentOf(kept, 'colleague')).toEqual([])
})

it.each(['{', '7', '[{"key":1}]', '[null]'])('starts anew when the browser kept something else: %s', (text) => {
  expect(recentOf({ getItem: () => text }, 'me')).toEqual([])
})
