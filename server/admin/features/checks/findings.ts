import { checkArticle, type Finding } from '../../../../shared/domain/articleChecks'
import type { LinkState } from '../../../../shared/contract'
import { CHECKS } from '../../../../shared/phrases'
import type { FieldErrors } from '../../api/errors'
import type { ArticleForm } from '../articles/articleForm'
import type { BodyFacts } from './bodyFacts'
import type { Place } from './jump'
import { t } from '../../ui/language'

/** One line of the panel. `error`: publishing would be refused. */
export interface CheckLine {
  key: string
  level: 'error' | 'warning'
  words: string
  place: Place
}

type Code = keyof typeof CHECKS

const sayOf = (code: Code, found: string): string => t(CHECKS[code]).replace('{found}', found)

function placeOf({ code, found, index }: Finding, form: ArticleForm): Place {
  switch (code) {
    case 'title_long':
      return { at: 'title' }
    case 'cover_missing':
    case 'cover_alt_missing':
      return { at: 'cover' }
    case 'picture_alt_missing':
      return { at: 'picture', index }
    case 'phone_odd':
      return { at: 'text', words: found }
    case 'current_affairs':
      return form.title.includes(found) ? { at: 'title' } : { at: 'text', words: found }
    case 'event_long':
      return { at: 'field', label: t('结束时间', 'End') }
    case 'deadline_past':
    case 'deadline_after_start':
      return { at: 'field', label: t('报名截止', 'Sign-up deadline') }
    default:
      return { at: 'field', label: t('开始时间', 'Start') }
  }
}

const fields = (): Record<string, { name: string; place: Place }> => ({
  title: { name: t('标题', 'Title'), place: { at: 'title' } },
  bodyHtml: { name: t('正文', 'Text'), place: { at: 'body' } },
  channel: { name: t('栏目', 'Channel'), place: { at: 'field', label: t('栏目', 'Channel') } },
  publisher: {
    name: t('发布单位', 'Publisher'),
    place: { at: 'field', label: t('发布单位', 'Publisher') },
  },
  'event.startsAt': {
    name: t('开始时间', 'Start'),
    place: { at: 'field', label: t('开始时间', 'Start') },
  },
  'event.endsAt': { name: t('结束时间', 'End'), place: { at: 'field', label: t('结束时间', 'End') } },
  'event.venue': {
    name: t('活动地点', 'Venue'),
    place: { at: 'field', label: t('活动地点', 'Venue') },
  },
  'event.signupDeadline': {
    name: t('报名截止', 'Sign-up deadline'),
    place: { at: 'field', label: t('报名截止', 'Sign-up deadline') },
  },
})

/** What publishing would be refused for, by field. */
export const errorLines = (problems: FieldErrors): CheckLine[] =>
  Object.entries(problems).map(([path, words]) => {
    const field = fields()[path]
    const name = field === undefined ? '' : t(`${field.name}：`, `${field.name}: `)
    return { key: path, level: 'error', words: `${name}${words}`, place: field?.place ?? { at: 'title' } }
  })

export interface WarningsOf {
  form: ArticleForm
  facts: BodyFacts
  holdsEvents: boolean
  isPublished: boolean
  affairs: readonly string[]
  now: number
}

export function warningLines({ form, facts, holdsEvents, isPublished, affairs, now }: WarningsOf): CheckLine[] {
  const { title, cover, event } = form
  const { pictures, text, held } = facts
  const about = { title, hasCover: cover !== null, coverAlt: cover?.alt ?? '', pictures, text, isPublished }
  const found = checkArticle({ ...about, event: holdsEvents ? event : null }, affairs, now).map(
    (finding): CheckLine => ({
      key: `${finding.code} ${finding.found}`,
      level: 'warning',
      words: sayOf(finding.code, finding.found),
      place: placeOf(finding, form),
    }),
  )
  if (held === 0) return found
  return [
    { key: 'held', level: 'warning', words: sayOf('pictures_held', String(held)), place: { at: 'held' } },
    ...found,
  ]
}

export const linkLines = (links: { url: string; state: LinkState }[]): CheckLine[] =>
  links.flatMap(({ url, state }): CheckLine[] =>
    state === 'fine'
      ? []
      : [{ key: url, level: 'warning', words: sayOf(`link_${state}`, url), place: { at: 'link', url } }],
  )
