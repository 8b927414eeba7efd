import { XMLParser } from 'fast-xml-parser'

/** A message as WeChat wrote it: names to text, to lists, or to further names. Numbers stay text. */
export type Fields = { [name: string]: Value }
export type Value = string | Fields | Value[]

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
})

/** Numbers become text as they are written: an id may exceed 2^53. */
const numbersAsText = (json: string): string =>
  json.replace(/("(?:[^"\\]|\\.)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g, (_whole, text: string, digits: string) =>
    text === undefined ? `"${digits}"` : text,
  )

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the XML or JSON of a callback; null when it is neither. XML with a document type or entities is refused: WeChat
 * sends none, and they are how such a parser is attacked.
 */
export function parseMessage(text: string): Fields | null {
  const trimmed = text.trim()
  try {
    if (trimmed.startsWith('{')) {
      const parsed: unknown = JSON.parse(numbersAsText(trimmed))
      return isFields(parsed) ? parsed : null
    }
    if (!trimmed.startsWith('<') || /<!DOCTYPE|<!ENTITY|<\?(?!xml\b)/i.test(trimmed)) return null
    const parsed = parser.parse(trimmed) as { xml?: unknown }
    return isFields(parsed.xml) ? parsed.xml : null
  } catch {
    return null
  }
}

/** Text of a name, or ''. */
export const textOf = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}

/**
 * The items of an event. XML nests them (`SubscribeMsgPopupEvent > List`); JSON has `List` at the top, an object when
 * there is one and an array when there are more.
 */
export function itemsOf(fields: Fields, wrapper: string): Fields[] {
  const wrapped = fields[wrapper]
  const list = (isFields(wrapped) ? wrapped.List : undefined) ?? fields.List ?? []
  return (Array.isArray(list) ? list : [list]).filter(isFields)
}
