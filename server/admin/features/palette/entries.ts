import type { FinderAnswer } from '../../../../shared/contract'
import { ARTICLE_STATUSES, STAFF_ROLES } from '../../../../shared/phrases'
import { t } from '../../ui/language'

/** One line of the palette: where it leads, or what it does. */
export interface Entry {
  key: string
  name: string
  /** After the name, quieter: the channel, the status, the role. */
  note?: string
  thumbnail?: string
  to?: string
  run?: () => void
}

export interface Group {
  key: string
  name: string
  entries: Entry[]
}

/** Those whose name, in the language of the screen, holds all that was typed. */
export function matching(entries: Entry[], typed: string): Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ name, note = '' }) => {
    const text = `${name} ${note}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

/** What the server found, as lines of the palette; empty kinds are left out. */
export function foundGroups({ articles, pictures, people }: FinderAnswer): Group[] {
  return [
    {
      key: 'articles',
      name: t('文章', 'Articles'),
      entries: articles.map(({ id, title, channel, status, inBody }) => ({
        key: `article-${id}`,
        name: title || t('（无标题）', '(untitled)'),
        note: [channel, t(ARTICLE_STATUSES[status]), inBody ? t('见于正文', 'in the text') : '']
          .filter(Boolean)
          .join(' · '),
        to: `/articles/${id}`,
      })),
    },
    {
      key: 'pictures',
      name: t('图片', 'Pictures'),
      entries: pictures.map(({ id, name, alt, thumbnail }) => ({
        key: `picture-${id}`,
        name: alt || name || t('未命名的图片', 'Picture without a name'),
        note: alt === '' ? undefined : name,
        thumbnail,
        to: `/media?q=${encodeURIComponent((name || alt).slice(0, 60))}`,
      })),
    },
    {
      key: 'people',
      name: t('人员', 'People'),
      entries: people.map(({ id, name, login, role }) => ({
        key: `person-${id}`,
        name,
        note: `${login} · ${t(STAFF_ROLES[role])}`,
        to: '/staff',
      })),
    },
  ].filter(({ entries }) => entries.length > 0)
}
