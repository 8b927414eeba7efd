import { join } from 'node:path'
import type { Context, Middleware } from 'koa'
import { files } from './files'
import { pageFrom } from './page'
import { pictures, type PicturesOptions } from './pictures'
import { plainPage } from './plainPage'

export interface SitesOptions {
  /** Folder with `h5`, `admin` and `sandbox` as built. */
  distFolder: string
  uploadsFolder: string
  /** Before the files of that folder. */
  pictures?: PicturesOptions
  /** Whether the stand-in of WeChat and its phone page are there. */
  sandbox: boolean
}

interface Site {
  prefix: string
  folder: string
  name: string
  styles: 'nonce' | 'inline'
}

const wantsPage = (ctx: Context): boolean =>
  (ctx.method === 'GET' || ctx.method === 'HEAD') && ctx.accepts('html') === 'html'

/** One built app: its files, and its `index.html` for every other address below it that a browser opens. */
function site({ prefix, folder, name, styles }: Site, pictureOrigins: string[]): Middleware[] {
  const page = pageFrom(join(folder, 'index.html'), styles, pictureOrigins)
  const answer: Middleware = async (ctx, next) => {
    if (`${ctx.path}/` === prefix) return ctx.redirect(prefix)
    if (!ctx.path.startsWith(prefix) || !wantsPage(ctx) || /\.\w{2,5}$/.test(ctx.path)) return next()
    if (!(await page(ctx)))
      plainPage(ctx, 503, `${name}尚未构建`, '请在项目目录运行 <code>npm run build</code>，完成后刷新本页。')
  }
  return [files({ prefix, root: folder, immutable: 'hashed' }), answer]
}

/** What colleagues look at before it is public is for no search engine, and tells nobody where they came from. */
const unlisted: Middleware = (ctx, next) => {
  if (ctx.path.startsWith('/pages/preview/'))
    ctx.set({ 'X-Robots-Tag': 'noindex, nofollow', 'Referrer-Policy': 'no-referrer' })
  return next()
}

const nothingHere: Middleware = (ctx) => {
  if (wantsPage(ctx)) plainPage(ctx, 404, '没有找到这个页面', '地址可能有误。<a href="/">返回首页</a>')
  else ctx.status = 404
}

/** Everything that is not the API: pictures, the staff admin, the sandbox's phone and the members' web app. */
export function sites({ distFolder, uploadsFolder, pictures: from = {}, sandbox }: SitesOptions): Middleware[] {
  const phone: Site = { prefix: '/sandbox/', folder: join(distFolder, 'sandbox'), name: '手机模拟', styles: 'inline' }
  const admin: Site = { prefix: '/admin/', folder: join(distFolder, 'admin'), name: '工作人员后台', styles: 'nonce' }
  const members: Site = { prefix: '/', folder: join(distFolder, 'h5'), name: '会员端', styles: 'inline' }
  const outside: Middleware = (ctx, next) =>
    /^\/(uploads|sandbox|files)(\/|$)/.test(ctx.path) ? nothingHere(ctx, next) : next()
  const origins = from.elsewhere === undefined ? [] : [new URL(from.elsewhere).origin]
  return [
    pictures(from),
    files({ prefix: '/uploads/', root: uploadsFolder, immutable: 'all' }),
    ...site(admin, origins),
    ...(sandbox ? site(phone, origins) : []),
    outside,
    unlisted,
    ...site(members, origins),
    nothingHere,
  ]
}
