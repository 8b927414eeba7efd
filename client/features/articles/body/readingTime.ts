import { blockText } from '../../../../shared/domain/blocks'
import { isKnown, type Block } from './bodyText'

/** Chinese characters that a grown-up reads in a minute without hurry, and words of letters or digits. */
const CHARACTERS_A_MINUTE = 400
const WORDS_A_MINUTE = 200
const MINUTES_A_PICTURE = 0.2

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/g
const WORD = /[A-Za-z0-9]+/g
const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whole minutes that a body takes to read, at least 1; null when there is nothing to read. */
export function readingMinutes(blocks: Block[]): number | null {
  const known = blocks.filter(isKnown)
  const text = known.map(blockText).join('\n')
  const pictures = known.filter(({ type }) => type === 'image').length
  const minutes =
    count(text, CHINESE) / CHARACTERS_A_MINUTE + count(text, WORD) / WORDS_A_MINUTE + pictures * MINUTES_A_PICTURE
  return minutes === 0 ? null : Math.max(1, Math.round(minutes))
}
