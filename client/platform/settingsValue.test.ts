import { asSettings } from './settingsValue'

it.each([
  ['nothing was kept', null, { theme: 'system', textSize: 'standard' }],
  ['it is of another version', { theme: 'sepia', textSize: 7 }, { theme: 'system', textSize: 'standard' }],
  ['it is corrupt', 'x', { theme: 'system', textSize: 'standard' }],
  ['a part is missing', { textSize: 'largest' }, { theme: 'system', textSize: 'largest' }],
])('reads the settings when %s', (_case, value, expected) => {
  expect(asSettings(value)).toEqual(expected)
})
