/**
 * How text is cut up to be found. Chinese is written without spaces, so it is found by pairs of neighbouring characters:
 * whoever asks for a word asks for its pairs, and what has them all is then held against the text itself. Other scripts
 * are found by word.
 */

/** Characters of scripts that are written without spaces. */
const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]/u
const WORDS = /[\p{L}\p{N}\p{M}々〇]+/gu
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇]+/gu
/** Of a word in letters; what comes after it is not needed to find it. */
const LONGEST_WORD = 18
const UNIT = 4

/** Full-width letters, ligatures and capitals as one plain form; character by character, so that places can be told. */
const foldOne = (character: string): string =>
  // Nearly every character of a Chinese text is plain already.
  character >= '\u4e00' && character <= '\u9fff' ? character : character.normalize('NFKC').toLowerCase()

export const foldText = (text: string): string => {
  let folded = ''
  for (const character of text) folded += foldOne(character)
  return folded
}

/** The plain form with, for each of its UTF-16 units, where in `text` it comes from. */
export function foldWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = ''
  const places: number[] = []
  let at = 0
  for (const character of text) {
    const plain = foldOne(character)
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at)
    folded += plain
    at += character.length
  }
  places.push(at)
  return { folded, places }
}

/** The words of a question: runs of letters and digits, each once. Quotes, operators and emoji only part them. */
export const wordsOf = (question: string): string[] => [...new Set(foldText(question).match(WORDS) ?? [])]

/** Four digits to base 36 for any character: fixed tokens in plain letters mean the same to every database. */
const unitOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(36).padStart(UNIT, '0')

/** A word in letters as a token; the first letters keep it apart from pairs and from any list of stop words. */
const wordToken = (word: string): string => {
  const cut = [...word].slice(0, LONGEST_WORD)
  return /^[a-z0-9]*$/.test(word) ? `zz${cut.join('')}` : `zy${cut.map(unitOf).join('')}`
}

/** Every token of a text, each once: pairs, the last character of a run, words. `text` is folded already. */
export function tokensOf(text: string): Set<string> {
  const tokens = new Set<string>()
  for (const [word] of text.matchAll(WORDS)) {
    for (const [run] of word.matchAll(RUNS)) {
      if (!PAIRED.test(run)) tokens.add(wordToken(run))
      else {
        let before = ''
        for (const character of run) {
          const unit = unitOf(character)
          if (before !== '') tokens.add(before + unit)
          before = unit
        }
        // Whoever asks for one character finds it as the beginning of a pair, or here.
        tokens.add(before)
      }
    }
  }
  return tokens
}

/** A token that a text must have; with `open` any token that begins so will do. */
export interface SoughtToken {
  token: string
  open: boolean
}

/** What a text that holds `word` has among its tokens. */
export function soughtTokens(word: string): SoughtToken[] {
  const runs = word.match(RUNS) ?? []
  return runs.flatMap((run, index): SoughtToken[] => {
    if (!PAIRED.test(run)) {
      const isLast = index === runs.length - 1
      return [{ token: wordToken(run), open: isLast && run.length < LONGEST_WORD }]
    }
    const units = [...run].map(unitOf)
    if (units.length === 1) {
      // Between letters it may be the end of its run or the beginning of a pair.
      return [{ token: units[0] ?? '', open: true }]
    }
    return [...new Set(units.slice(1).map((unit, at) => `${units[at]}${unit}`))].map((token) => ({
      token,
      open: false,
    }))
  })
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character) && !PAIRED.test(character)

/**
 * Where `word` stands in a folded text, from `from` on; -1: nowhere. A word that begins with letters has to begin a word
 * there too: who asks for "art" does not mean "start".
 */
export function placeOf(text: string, word: string, from = 0): number {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(word[0]) || !isLetter(text[at - 1])) return at
  }
  return -1
}
