import { viewsText } from './viewsText'

it.each([
  [0, '0'],
  [9_999, '9999'],
  [10_000, '1万'],
  [12_999, '1.2万'],
  [1_234_567, '123.4万'],
  [99_999_999, '9999.9万'],
  [100_000_000, '1亿'],
  [-3, '0'],
  [Number.NaN, '0'],
])('%p readings are written %s', (views, text) => expect(viewsText(views)).toBe(text))
