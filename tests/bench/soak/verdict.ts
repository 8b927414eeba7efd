import type { House } from './house'
import type { Promised } from './people'

type Row = Record<string, string | number | null>

/** Writes that were answered with yes and are not there, after the process has ended and from the database itself. */
export async function lostWrites({ database }: House, promised: Promised, viewsBefore: Map<string, number>) {
  const rows = <T = Row>(query: string) => database.read.query<T[]>(query)
  const stored = new Map((await rows('SELECT id, title, version, views FROM article')).map((row) => [row.id, row]))
  let articles = 0
  for (const [id, { version, title }] of promised.articles) {
    const row = stored.get(id)
    if (row === undefined || Number(row.version) < version || row.title !== title) articles += 1
  }
  let views = 0
  for (const [id, count] of promised.views) {
    const row = stored.get(id)
    views += Math.max(0, (viewsBefore.get(id) ?? 0) + count - Number(row?.views ?? 0))
  }
  const grants = new Map(
    (await rows('SELECT member_id, available FROM grant_balance')).map((row) => [row.member_id, Number(row.available)]),
  )
  let answers = 0
  for (const [member, count] of promised.grants) if (grants.get(member) !== count) answers += 1
  return { articles, views, answers }
}

/** Of those who were to get the notice: who got it more or less often than once. */
export function notOnce({ people, standIn }: House, noticeId: string): number {
  const times = new Map<string, number>()
  for (const { openid, page } of standIn.accepted()) {
    if (page.includes(noticeId)) times.set(openid, (times.get(openid) ?? 0) + 1)
  }
  return people.filter(({ openid, grants, subscribed }) => {
    return (times.get(openid) ?? 0) !== (subscribed && grants > 0 ? 1 : 0)
  }).length
}

export interface Sample {
  /** Seconds from the start. */
  at: number
  mb: number
}

/** Megabytes a minute by which memory grew, over the second half of a run: the first half fills what is kept. */
export function slopeOf(samples: Sample[]): number {
  const half = samples.slice(Math.floor(samples.length / 2))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const [at, mb] = [mean(half.map((sample) => sample.at)), mean(half.map((sample) => sample.mb))]
  const above = half.reduce((sum, sample) => sum + (sample.at - at) * (sample.mb - mb), 0)
  const below = half.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0)
  return below === 0 ? 0 : (above / below) * 60
}
