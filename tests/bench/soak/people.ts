import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Alerts, ArticlePage, MemberSession, StaffArticle } from '../../../shared/contract'
import { TEMPLATE_ID } from '../../crash/standIn'
import { articleInput } from '../../support/factories'
import type { Crowd } from './crowd'
import type { House } from './house'

/** What was answered with yes, and has to be there at the end. */
export interface Promised {
  views: Map<string, number>
  /** By article: its newest version and title. */
  articles: Map<string, { version: number; title: string }>
  /** By member: how many grants they were told to have. */
  grants: Map<string, number>
}

export const nothingPromised = (): Promised => ({ views: new Map(), articles: new Map(), grants: new Map() })

/** A person looks before the next step; without it a few would keep the machine full. */
const LOOK_MS = 20

/** Opens the app, looks at a list, reads, goes on and searches. */
export function reader({ ask }: Crowd, promised: Promised): () => Promise<void> {
  return async () => {
    await ask('GET', '/api/home')
    const page = await ask<ArticlePage>('GET', '/api/channels/site/articles')
    const cursor = page?.body.nextCursor
    if (typeof cursor === 'string') await ask('GET', `/api/channels/site/articles?cursor=${encodeURIComponent(cursor)}`)
    const items = page?.body.items ?? []
    const { id } = items[Math.floor(Math.random() * items.length)] ?? {}
    if (id !== undefined) {
      await ask('GET', `/api/articles/${id}`)
      const opened = await ask('POST', `/api/articles/${id}/views`, { json: { opening: randomUUID() } })
      if (opened !== null) promised.views.set(id, (promised.views.get(id) ?? 0) + 1)
      await ask('GET', `/api/articles/${id}/surroundings`)
    }
    await ask('GET', `/api/search?q=${encodeURIComponent('志愿')}`)
    await ask('GET', '/api/contact')
    await wait(LOOK_MS)
  }
}

/** Somebody new: logs in, allows a notice, tells the app, and leaves or takes up a topic. */
export function newcomer({ ask }: Crowd, { standIn }: House, promised: Promised): () => Promise<void> {
  return async () => {
    const { phoneId } = await standIn.control<{ phoneId: string }>('/phones', {})
    const { code } = await standIn.control<{ code: string }>(`/phones/${phoneId}/login-code`)
    const session = await ask<MemberSession>('POST', '/api/session', { json: { code }, status: 201 })
    if (session === null) return
    const { token, member } = session.body
    const headers = { authorization: `Bearer ${token}` }
    await ask<Alerts>('GET', '/api/alerts', { headers })
    await standIn.control(`/phones/${phoneId}/subscribe`, { answers: { [TEMPLATE_ID]: 'accept' } })
    const answers = [{ templateId: TEMPLATE_ID, answer: 'accept' }]
    const told = await ask<Alerts>('POST', '/api/alerts/answers', {
      headers,
      json: { requestId: randomUUID(), answers },
    })
    if (told !== null) promised.grants.set(member.id, 1)
    await ask('PUT', '/api/alerts/topics/new_events', { headers, json: { subscribed: false } })
    await ask('PUT', '/api/alerts/topics/new_events', { headers, json: { subscribed: true } })
    await ask('GET', '/api/me', { headers })
    await wait(LOOK_MS)
  }
}

/** Writes an article, mends it, publishes it and looks at the list. */
export function writer({ ask }: Crowd, { url, staff }: House, promised: Promised): () => Promise<void> {
  const headers = { origin: url, cookie: staff.cookie() ?? '' }
  let written = 0
  return async () => {
    written += 1
    const title = (save: number) => `第 ${written} 篇文章，第 ${save} 稿`
    const made = await ask<StaffArticle>('POST', '/api/admin/articles', {
      headers,
      json: articleInput({ title: title(0) }),
      status: 201,
    })
    let article = made?.body
    for (let save = 1; save <= 3 && article !== undefined; save += 1) {
      promised.articles.set(article.id, { version: article.version, title: title(save - 1) })
      await wait(LOOK_MS)
      const json = { version: article.version, article: articleInput({ title: title(save) }) }
      const saved = await ask<StaffArticle>('PUT', `/api/admin/articles/${article.id}`, { headers, json })
      article = saved?.body
      if (article !== undefined) promised.articles.set(article.id, { version: article.version, title: title(save) })
    }
    if (article === undefined) return
    const json = { version: article.version, notice: null }
    const published = await ask<StaffArticle>('POST', `/api/admin/articles/${article.id}/publish`, { headers, json })
    if (published !== null) promised.articles.set(article.id, { version: published.body.version, title: title(3) })
    await ask('GET', '/api/admin/articles', { headers })
    await wait(LOOK_MS * 5)
  }
}
