import { join } from 'node:path'
import type { Middleware } from 'koa'
import { articleCode } from '../features/codes/codeRoutes'
import type { MiniProgramCodes } from '../features/codes/ports'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import { createCodeShelf } from '../store/codeShelf'
import type { Database } from '../store/database'
import { ArticleEntity } from '../store/entities'
import { createThrottle } from '../store/repositories/throttle'
import { SANDBOX_APPID } from '../wechat/sandbox'
import type { Settings } from './settings'

export interface CodeParts {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  codes: MiniProgramCodes
}

/** Mini-program codes; a folder for each app id, for a code opens the one that drew it. */
export function composeCodes({ settings, database, clock, logger, codes }: CodeParts): Middleware {
  const appid = settings.environment.WECHAT_APPID ?? SANDBOX_APPID
  return articleCode({
    articles: {
      isPublished: (id) => database.read.existsBy(ArticleEntity, { id, status: 'published' }),
    },
    shelf: createCodeShelf(join(settings.dataFolder, 'codes', appid)),
    throttle: createThrottle(database),
    ...{ codes, clock, logger, secret: settings.sessionSecret },
  })
}
