import { isBusy, uploadList, uploadWords, type UploadItem } from './uploadList'

const added = (count: number, items: UploadItem[] = []): UploadItem[] =>
  uploadList(items, {
    type: 'add',
    items: Array.from({ length: count }, (_, number) => ({ key: `${items.length}-${number}`, name: `${number}.jpg` })),
  })

test('the words follow each file to its end, and tell how many could not be kept', () => {
  let items = added(3)
  expect(uploadWords(items)).toBe('正在上传，已完成 0/3 张')
  items = uploadList(items, { type: 'sending', key: '0-0' })
  items = uploadList(items, { type: 'kept', key: '0-0' })
  expect(uploadWords(items)).toBe('正在上传，已完成 1/3 张')
  items = uploadList(items, { type: 'kept', key: '0-1' })
  items = uploadList(items, { type: 'failed', key: '0-2', problem: '图片已损坏或不完整，无法读取。' })
  expect(uploadWords(items)).toBe('已保存 2 张，1 张未能保存')
  expect(isBusy(items)).toBe(false)
})

test('more files while some are on their way join them; afterwards a new list begins', () => {
  const busy = added(2)
  expect(added(1, busy)).toHaveLength(3)
  const done = busy.map((item) => ({ ...item, state: 'kept' as const }))
  expect(added(1, done)).toHaveLength(1)
  expect(uploadList(busy, { type: 'clear' })).toHaveLength(2)
  expect(uploadList(done, { type: 'clear' })).toHaveLength(0)
})
