import type { ArticleInput, StaffArticle, StaffMember } from '../../../shared/contract'
import { ADMINISTRATOR } from '../../support/administrator'
import { articleInput } from '../../support/factories'
import { call } from './office'
import type { RunningServer } from './server'

export interface Publishing {
  publish(article: Partial<ArticleInput>): Promise<StaffArticle>
  /** Saves a published article anew. */
  save(article: StaffArticle, input: Partial<ArticleInput>): Promise<void>
  withdraw(article: StaffArticle): Promise<void>
}

/** The staff's desk of a server that has not been set up yet. */
export async function openDesk({ url, setupCode }: RunningServer): Promise<Publishing> {
  const { cookie } = await call<StaffMember>(url, '/api/admin/setup', { code: setupCode, ...ADMINISTRATOR })
  const post = async (path: string, json: object): Promise<StaffArticle> =>
    (await call<StaffArticle>(url, `/api/admin/articles${path}`, json, cookie)).body
  return {
    async publish(article) {
      const { id, version } = await post('', articleInput(article))
      return post(`/${id}/publish`, { version, notice: null })
    },
    async save({ id, version }, input) {
      await call(url, `/api/admin/articles/${id}`, { version, article: articleInput(input) }, cookie, 'PUT')
    },
    async withdraw({ id, version }) {
      await post(`/${id}/withdraw`, { version })
    },
  }
}
