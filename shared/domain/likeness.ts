import { foldText, tokensOf } from './searchWords'

/** Pairs and words of a title; single characters say too little. */
export const tokensOfTitle = (title: string): Set<string> =>
  new Set([...tokensOf(foldText(title))].filter((token) => token.length > 4))

/** Fewer in common are chance. */
const LEAST = 2

/**
 * How much two titles have in common, 0 to 1; 0 when it is not worth telling. Shared pairs over the pairs of both (Dice),
 * so that a long title is not like everything.
 */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const token of a) if (b.has(token)) common += 1
  return common < LEAST ? 0 : (2 * common) / (a.size + b.size)
}
