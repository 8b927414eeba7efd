import { createHash, randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { Context } from 'koa'
import { pagePolicy } from './securityHeaders'

interface Page {
  html: string
  /** Sources of what stands inline, as `'sha256-…'`. */
  inline: string[]
  changedAt: number
}

const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )

/**
 * Answers with a built `index.html`; false when it has not been built. The file is read again when it changes, so that
 * a build that is running beside the server shows.
 */
export function pageFrom(file: string, styles: 'nonce' | 'inline', pictureOrigins: string[] = []) {
  let page: Page | null = null

  const load = async (): Promise<Page | null> => {
    const found = await stat(file).catch(() => null)
    if (found === null) return null
    if (page === null || page.changedAt !== found.mtimeMs) {
      const html = await readFile(file, 'utf8')
      page = { html, inline: inlineScripts(html), changedAt: found.mtimeMs }
    }
    return page
  }

  return async (ctx: Context): Promise<boolean> => {
    const current = await load()
    if (current === null) return false
    const nonce = randomBytes(16).toString('base64')
    ctx.type = 'html'
    ctx.set('Cache-Control', 'no-cache')
    ctx.set(
      'Content-Security-Policy',
      pagePolicy(current.inline, [styles === 'nonce' ? `'nonce-${nonce}'` : "'unsafe-inline'"], pictureOrigins),
    )
    ctx.body = current.html.replaceAll('__CSP_NONCE__', nonce)
    return true
  }
}
