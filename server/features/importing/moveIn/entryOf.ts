import type { Remark } from '../found'
import type { Inspected } from '../inspectPage'
import type { EntryReport, StoredEntry } from '../portsMoveIn'
import { plainText, SHOWN } from './plainText'

/** Of one page; a page with more lost pictures is no easier to judge by their names. */
const MOST_REMARKS = 40
const LONGEST_DETAIL = 200
const LONGEST_TITLE = 150
const LONGEST_NAME = 120
const MOST_ATTACHMENTS = 20

const NOTHING: EntryReport = {
  ...{ channel: null, publisher: null, publishedAt: null, views: 0, pictures: 0, attachments: [], text: '' },
  ...{ original: '', doubts: [], mends: [], failure: null, isChanged: false },
}

const cut = <Code extends string>(remarks: Remark<Code>[]): Remark<Code>[] =>
  remarks.slice(0, MOST_REMARKS).map(({ code, detail }) => ({
    code,
    ...(detail === undefined ? {} : { detail: detail.slice(0, LONGEST_DETAIL) }),
  }))

const bare = (number: number, source: string): Pick<StoredEntry, 'number' | 'source' | 'title' | 'articleId'> => ({
  ...{ number, source, title: '', articleId: null },
})

export const failedEntry = (number: number, source: string, failure: EntryReport['failure']): StoredEntry => ({
  ...bare(number, source),
  state: 'failed',
  report: { ...NOTHING, failure },
})

export const restoredEntry = (
  number: number,
  title: string,
  end: { state: 'imported' | 'known' } | { failure: EntryReport['failure'] },
): StoredEntry => ({
  ...bare(number, title),
  title: title.slice(0, LONGEST_TITLE),
  ...('state' in end
    ? { state: end.state, report: NOTHING }
    : { state: 'failed', report: { ...NOTHING, failure: end.failure } }),
})

/** What is kept of a look at a page, cut to what is shown. */
export function entryOf(number: number, inspected: Inspected): StoredEntry {
  const { state, source } = inspected
  if (state === 'failed') return failedEntry(number, source, inspected.failure)
  if (state === 'known') {
    const { isChanged, articleId } = inspected
    return { ...bare(number, source), state, articleId, report: { ...NOTHING, isChanged } }
  }
  const { found } = inspected
  return {
    ...bare(number, source),
    state,
    title: found.title.slice(0, LONGEST_TITLE),
    report: {
      ...NOTHING,
      ...{ channel: found.channel, publisher: found.publisher, publishedAt: found.publishedAt, views: found.views },
      pictures: found.pictures.length,
      attachments: found.attachments.slice(0, MOST_ATTACHMENTS).map(({ name }) => name.slice(0, LONGEST_NAME)),
      text: plainText(found.bodyHtml),
      original: found.original.slice(0, SHOWN),
      doubts: cut(found.doubts),
      mends: cut(found.mends),
    },
  }
}
