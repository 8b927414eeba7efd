import { emptyForm } from './articleForm'
import { DraftShelf, type KeptCopy } from './recovery'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-23T06:30:00Z')

/** A browser's storage that holds at most `room` characters. */
function storage(room = Infinity) {
  const kept = new Map<string, string>()
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    setItem: (key: string, value: string) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError')
      kept.set(key, value)
    },
  }
}

const copy = (title: string, more: Partial<KeptCopy> = {}): KeptCopy => ({
  keptAt: NOW,
  reason: 'unsaved',
  version: 3,
  form: { ...emptyForm('notices', '协会'), title },
  ...more,
})

describe('writing that was not saved', () => {
  it('is found again after the browser was closed', () => {
    const browser = storage()
    new DraftShelf(browser, 'lin', 'a1').keep(copy('写到一半'))
    expect(new DraftShelf(browser, 'lin', 'a1').unsaved(NOW + DAY)?.form.title).toBe('写到一半')
  })

  it('is kept once, as it was last', () => {
    const shelf = new DraftShelf(storage(), 'lin', 'a1')
    shelf.keep(copy('一'))
    shelf.keep(copy('二'))
    expect(shelf.copies(NOW).map((kept) => kept.form.title)).toEqual(['二'])
  })

  it('is not shown to a colleague at the same computer, nor for another article', () => {
    const browser = storage()
    new DraftShelf(browser, 'lin', 'a1').keep(copy('林的'))
    expect(new DraftShelf(browser, 'zhou', 'a1').copies(NOW)).toEqual([])
    expect(new DraftShelf(browser, 'lin', 'a2').copies(NOW)).toEqual([])
  })

  it('goes once it is saved, and the two sides of a conflict stay', () => {
    const shelf = new DraftShelf(storage(), 'lin', 'a1')
    shelf.keep(copy('对方', { reason: 'theirs' }))
    shelf.keep(copy('我的', { reason: 'mine' }))
    shelf.keep(copy('又写'))
    shelf.dropUnsaved(NOW)
    expect(shelf.copies(NOW).map((kept) => kept.form.title)).toEqual(['我的', '对方'])
  })

  it('leaves nothing behind in the browser when the last copy goes', () => {
    const browser = storage()
    const shelf = new DraftShelf(browser, 'lin', 'a1')
    shelf.keep(copy('一'))
    shelf.dropUnsaved(NOW)
    expect(browser.kept.size).toBe(0)
  })

  it('is forgotten after thirty days', () => {
    const shelf = new DraftShelf(storage(), 'lin', 'a1')
    shelf.keep(copy('旧'))
    expect(shelf.unsaved(NOW + 31 * DAY)).toBeNull()
  })

  it('is said not to be safe when the browser is full', () => {
    const shelf = new DraftShelf(storage(200), 'lin', 'a1')
    expect(shelf.keep(copy('长'.repeat(300)))).toBe(false)
  })

  it.each(['{', '[]', '{"format":1,"copies":[{"form":{}}]}', '{"format":2,"copies":[]}'])(
    'does not stop the editor when what is stored is broken: %s',
    (text) => {
      const browser = storage()
      browser.setItem('admin-copies:lin:a1', text)
      expect(new DraftShelf(browser, 'lin', 'a1').copies(NOW)).toEqual([])
    },
  )
})

it('keeps at most five copies, the newest', () => {
  const shelf = new DraftShelf(storage(), 'lin', 'a1')
  for (const title of ['1', '2', '3', '4', '5', '6']) shelf.keep(copy(title, { reason: 'mine' }))
  expect(shelf.copies(NOW).map((kept) => kept.form.title)).toEqual(['6', '5', '4', '3', '2'])
})
