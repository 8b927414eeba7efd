/** Every word of the source below a folder, in small letters. */
export function wordsOf(folder: string): Set<string>
/** The elements of Taro that the pages below a folder have. */
export function componentsOf(folder: string): Set<string>
/** A template of WeChat's without the attributes and events that no word names, and without space between elements. */
export function thinTemplate(wxml: string, words: ReadonlySet<string>): string
