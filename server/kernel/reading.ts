/**
 * Something read for members, before it is written down as an answer. It may be kept and given to others until one of its
 * topics changes, or until its time is up.
 */
export interface Reading<T> {
  /** What it was made from, such as `article:<id>`, `channel:<id>`, `events`; told by the store when it changes. */
  topics: readonly string[]
  /** Articles whose views stand in it: a number that changes too often to read everything anew. */
  articles: readonly string[]
  /** The answer, with the views as they are at this moment. */
  render(): T
}
