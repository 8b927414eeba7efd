import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fillDeliveries } from '../../support/manyRows'
import { articleInput } from '../../support/factories'
import { keepDraft, type StaffBrowser } from '../../support/staff'
import type { Product } from './product'

const source = readFileSync(join(__dirname, '../../../server/admin/app/router.tsx'), 'utf8')

/** Every address that the admin knows, as its router names them: a page that is added is walked without anybody thinking of it. */
const PATHS = [...source.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path)
const WITHOUT_LOGIN = ['setup', 'login', 'join']

/** Puts something on every page, and gives the addresses of all below `/admin/`. */
export async function furnishScreens(product: Product, staff: StaffBrowser): Promise<string[]> {
  const article = await keepDraft(staff, articleInput({ title: '关于冬季开放时间的说明' }))
  const binned = await keepDraft(staff, articleInput({ title: '写错了的一篇' }))
  const away = await staff.call('POST', `/api/admin/articles/${binned.id}/bin`, { json: { version: binned.version } })
  if (away.status !== 200) throw new Error(`the bin answered ${away.status}`)
  let noticeId = ''
  await product.fill(async (database) => {
    noticeId = await fillDeliveries(database, 30, { articleId: article.id, at: Date.now() })
  })
  const shown: Record<string, string[]> = {
    'articles/:id': ['articles/new', `articles/${article.id}`],
    'notices/:id': [`notices/${noticeId}`],
    '*': ['no-such-page'],
  }
  return PATHS.filter((path) => !WITHOUT_LOGIN.includes(path)).flatMap((path) => shown[path] ?? [path])
}
