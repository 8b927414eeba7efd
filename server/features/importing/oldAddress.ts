/** Pages that a program made, saved under their address with another ending. */
const SAVED_ENDING = /(\.(?:aspx?|php|jsp|cgi)(?:\?.*)?)\.html?$/

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * An address of the old site in one form: path and question, as a reader's browser sends them or a saving program made a
 * file's name of them. The old server did not tell small letters from capital ones.
 */
export function oldAddressOf(pathAndQuestion: string): string {
  const plain = decoded(pathAndQuestion.split('#')[0] ?? '').toLowerCase()
  return plain.replace(/(\.\w{3,4})@/, '$1?').replace(SAVED_ENDING, '$1')
}

/** Of a whole address, also of one below which saved pages lie; null when it is none. */
export function oldAddressIn(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { pathname, search } = new URL(address)
  return oldAddressOf(pathname + search)
}
