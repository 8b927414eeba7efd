import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sanitizeHtml from 'sanitize-html'
import { articleInput } from '../../shared/contract/staffContent'
import { association } from '../../shared/contract/association'
import { checkEventTimes, eventState } from '../../shared/domain/event'
import { checkValues, proposeValues } from '../../shared/domain/noticeDraft'
import { DAY_MS, HOUR_MS, MINUTE_MS, startOfDay } from '../../shared/domain/time'

interface SampleEvent {
  startsInDays: number
  startTime: string
  endsInDays: number
  endTime: string
  venue: string
  address: string | null
  location: { latitude: number; longitude: number } | null
  deadlineInDays: number | null
  deadlineTime: string
  decision: 'scheduled' | 'cancelled'
}

interface SampleArticle {
  key: string
  channel: string
  title: string
  summary: string
  publisher: string
  daysAgo: number
  time: string
  views: number
  pinned: boolean
  cover: string | null
  coverAlt: string
  bodyHtml: string
  event: SampleEvent | null
}

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(__dirname, ...path), 'utf8'))
const { articles } = readJson('articles.json') as { articles: SampleArticle[] }
const card = association.parse(readJson('..', 'association.json'))
const pictures = join(__dirname, 'pictures')
const noon = startOfDay(Date.parse('2026-06-15T00:00:00.000Z')) + 12 * HOUR_MS

function at(days: number, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return startOfDay(noon) + days * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS
}

const timesOf = (event: SampleEvent) => ({
  startsAt: at(event.startsInDays, event.startTime),
  endsAt: at(event.endsInDays, event.endTime),
  signupDeadline: event.deadlineInDays === null ? null : at(event.deadlineInDays, event.deadlineTime),
  decision: event.decision,
})

function toInput({ channel, title, summary, publisher, pinned, bodyHtml, event }: SampleArticle) {
  const iso = (instant: number) => new Date(instant).toISOString()
  const times = event === null ? null : timesOf(event)
  return {
    channel,
    title,
    summary,
    publisher,
    pinned,
    bodyHtml,
    coverId: null,
    event:
      event === null || times === null
        ? null
        : {
            startsAt: iso(times.startsAt),
            endsAt: iso(times.endsAt),
            signupDeadline: times.signupDeadline === null ? null : iso(times.signupDeadline),
            venue: event.venue,
            address: event.address,
            location: event.location,
            decision: event.decision,
          },
  }
}

const imagesOf = (html: string) =>
  [...html.matchAll(/<img src="([^"]*)" alt="([^"]*)">/g)].map(([, source = '', alt = '']) => ({ source, alt }))

const leaves = card.channels.flatMap((entry) => ('channels' in entry ? entry.channels : [entry]))

describe('the sample content', () => {
  it('has something in every channel, under keys that are used once', () => {
    expect(new Set(articles.map((article) => article.key)).size).toBe(articles.length)
    for (const channel of leaves) expect(articles.filter((a) => a.channel === channel.slug).length).toBeGreaterThan(1)
  })

  it('shows an event in every state that a member can meet', () => {
    const states = articles.flatMap(({ event }) => (event === null ? [] : [eventState(timesOf(event), noon)]))
    expect(new Set(states)).toEqual(new Set(['upcoming', 'closed', 'on_now', 'ended', 'cancelled']))
    expect(articles.some(({ event }) => event !== null && event.endsInDays === event.startsInDays + 1)).toBe(true)
  })

  describe.each(articles.map((article) => [article.key, article] as const))('%s', (_key, article) => {
    it('could have been typed into the editor', () => {
      expect(articleInput.safeParse(toInput(article)).error?.issues ?? []).toEqual([])
      const kind = leaves.find((channel) => channel.slug === article.channel)?.kind
      expect(article.event !== null).toBe(kind === 'events')
      if (article.event !== null) expect(checkEventTimes(timesOf(article.event))).toEqual([])
    })

    it('was published before today, so that no clock makes it a thing of the future', () => {
      expect(article.daysAgo).toBeGreaterThan(0)
      expect(article.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    })

    it('shows only pictures that are here, each with words for those who cannot see it', () => {
      const images = imagesOf(article.bodyHtml)
      expect(images).toHaveLength(article.bodyHtml.split('<img').length - 1)
      for (const { source, alt } of images) {
        expect(source).toMatch(/^sample:[a-z]+\.webp$/)
        expect(existsSync(join(pictures, source.slice('sample:'.length)))).toBe(true)
        expect(alt.length).toBeGreaterThan(4)
      }
      if (article.cover !== null) {
        expect(existsSync(join(pictures, article.cover))).toBe(true)
        expect(article.coverAlt.length).toBeGreaterThan(4)
        expect(article.coverAlt.length).toBeLessThanOrEqual(120)
      }
    })

    it('uses no markup that a reader would not be shown', () => {
      const kept = sanitizeHtml(article.bodyHtml, {
        allowedTags: 'p h2 h3 h4 ul ol li blockquote table tbody tr th td img a strong em'.split(' '),
        allowedAttributes: { img: ['src', 'alt'], a: ['href'] },
        allowedSchemes: ['http', 'https', 'tel', 'mailto'],
        allowedSchemesByTag: { img: ['sample'] },
      })
      expect(kept.replaceAll(' />', '>')).toBe(article.bodyHtml)
    })
  })

  it('proposes notices that WeChat would take for every event to come', () => {
    const template = card.templates.find((entry) => entry.kind === 'preview')
    for (const { title, event } of articles) {
      if (template === undefined || event === null) continue
      const subject = { title, organisation: card.organisation.name, venue: event.venue, ...timesOf(event) }
      const values = proposeValues({ id: 'any', ...template }, subject)
      expect(checkValues({ id: 'any', ...template }, values)).toEqual({})
    }
  })
})

describe('the sample pictures', () => {
  const drawings = readdirSync(pictures).filter((name) => name.endsWith('.svg'))

  it.each(drawings)('%s is drawn, small, and shown in an article or on the contact card', (name) => {
    const file = name.replace('.svg', '.webp')
    expect(statSync(join(pictures, file)).size).toBeLessThanOrEqual(60 * 1024)
    const onCard = card.contact.photo?.file === `sample/pictures/${file}`
    expect(onCard || articles.some((a) => a.cover === file || a.bodyHtml.includes(`sample:${file}`))).toBe(true)
  })
})
