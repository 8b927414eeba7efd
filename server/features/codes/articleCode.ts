import { createHmac } from 'node:crypto'
import { MINUTE_MS } from '../../../shared/domain/time'
import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import type { Logger } from '../../kernel/logger'
import type { CodeShelf, CodeThrottle, MiniProgramCodes, ReadableArticles } from './ports'

const ARTICLE_PAGE = 'pages/article/index'
/** The code of the mini-program itself leads to what only WeChat can do. */
const OWN = { scene: 'alerts', page: 'pages/alerts/index' }
/** WeChat draws 5,000 a minute for an account; one address needs as many as somebody can look at. */
const NEW_A_MINUTE = 30

export interface CodeDeps {
  articles: ReadableArticles
  codes: MiniProgramCodes
  shelf: CodeShelf
  throttle: CodeThrottle
  clock: Clock
  logger: Logger
  /** Addresses are counted under a keyed hash. */
  secret: string
}

/** The mini-program code of an article, or of the mini-program itself, as PNG. WeChat is asked once for each, however many ask us at once. */
export function createArticleCodes(deps: CodeDeps) {
  const { articles, codes, shelf, throttle, clock, logger, secret } = deps
  const underWay = new Map<string, Promise<Buffer>>()

  async function refuseTooMany(address: string): Promise<void> {
    const now = clock.now()
    const key = `code:${createHmac('sha256', secret).update(address).digest('base64url')}`
    const { tries, endsAt } = await throttle.count(key, MINUTE_MS, now)
    if (tries <= NEW_A_MINUTE) return
    throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil((endsAt - now) / 1000) })
  }

  async function draw(code: { scene: string; page: string }): Promise<Buffer> {
    const drawn = await codes.draw(code)
    const { default: sharp } = await import('sharp')
    // WeChat draws a JPEG; a code has few colours. What is no picture ends here.
    const png = await sharp(drawn, { limitInputPixels: 4_000_000 })
      .png({ palette: true })
      .toBuffer()
      .catch((error: unknown) => {
        throw new AppError('wechat_unavailable', { cause: error })
      })
    await shelf.keep(code.scene, png).catch((error: unknown) => {
      logger.warn({ err: error }, 'a mini-program code could not be kept; WeChat is asked again the next time')
    })
    return png
  }

  /** @throws AppError article_not_found, too_many_requests, wechat_busy, wechat_unavailable */
  return async ({ articleId, address }: { articleId: string | null; address: string }): Promise<Buffer> => {
    if (articleId !== null && !(await articles.isPublished(articleId))) throw new AppError('article_not_found')
    const code = articleId === null ? OWN : { scene: articleId, page: ARTICLE_PAGE }
    const kept = await shelf.find(code.scene)
    if (kept !== null) return kept
    const already = underWay.get(code.scene)
    if (already !== undefined) return already
    await refuseTooMany(address)
    const started =
      underWay.get(code.scene) ??
      draw(code).finally(() => {
        underWay.delete(code.scene)
      })
    underWay.set(code.scene, started)
    return started
  }
}

export type ArticleCodes = ReturnType<typeof createArticleCodes>
