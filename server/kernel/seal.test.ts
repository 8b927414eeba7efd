import { createSealer } from './seal'

const SECRET = 'a secret of at least thirty-two characters'
const sealer = createSealer(SECRET, 'a purpose')

test('what is sealed opens again, and looks different each time', () => {
  const sealed = sealer.seal('tiihtNczf5v6AKRyjwEUhQ==', 'row')
  expect(sealer.open(sealed, 'row')).toBe('tiihtNczf5v6AKRyjwEUhQ==')
  expect(sealer.seal('tiihtNczf5v6AKRyjwEUhQ==', 'row')).not.toBe(sealed)
  expect(sealed).not.toContain('tiiht')
})

test('opens with nothing else: another row, another purpose, another secret', () => {
  const sealed = sealer.seal('text', 'row')
  expect(sealer.open(sealed, 'another row')).toBeNull()
  expect(createSealer(SECRET, 'another purpose').open(sealed, 'row')).toBeNull()
  expect(createSealer(`${SECRET}!`, 'a purpose').open(sealed, 'row')).toBeNull()
})

test('each changed bit is noticed, and what is no seal is none', () => {
  const bytes = Buffer.from(sealer.seal('text', 'row'), 'base64url')
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes)
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    expect(sealer.open(changed.toString('base64url'), 'row')).toBeNull()
  }
  for (const wrong of ['', 'AAAA', '中文', 'A'.repeat(200)]) expect(sealer.open(wrong, 'row')).toBeNull()
})
