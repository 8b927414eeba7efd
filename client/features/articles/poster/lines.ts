/** May not begin a line of Chinese. */
const CLOSING = '，。、；：？！”’）》〉】』」…—,.;:?!)]}%％'
/** May not end one. */
const OPENING = '“‘（《〈【『「([{'

/** Pieces that a line may not tear: a word of letters or digits, else one character. */
const pieces = (text: string): string[] => text.match(/[A-Za-z0-9@#&+\-_./]{1,20}|\s+|[\s\S]/gu) ?? []

/** Fewer characters until the text and an ellipsis fit. */
function shortened(line: string, widthOf: (text: string) => number, width: number): string {
  const characters = [...line.trimEnd()]
  while (characters.length > 0 && widthOf(`${characters.join('')}…`) > width) characters.pop()
  return `${characters.join('')}…`
}

/**
 * A text in lines of at most `width`, by the rules of Chinese setting; what does not fit into `most` lines ends with an
 * ellipsis. `widthOf` measures in the same unit as `width`.
 */
export function linesOf(text: string, widthOf: (text: string) => number, width: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text.replace(/\s+/g, ' ').trim())) {
    const hangs = CLOSING.includes(piece)
    if (line !== '' && !hangs && widthOf(line + piece) > width) {
      const torn = [...line].at(-1) ?? ''
      const carried = OPENING.includes(torn) && line.length > 1 ? torn : ''
      lines.push((carried ? line.slice(0, -1) : line).trimEnd())
      if (lines.length > most) break
      line = carried + piece.trimStart()
    } else {
      line += piece
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), shortened(`${lines[most - 1]}${lines[most]}`, widthOf, width)]
}
