import { join } from 'node:path'
import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import { connectionsFor } from '../delivery'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createTokenStore } from '../store/repositories/wechatTokens'
import { createWechat, type CallbackSecrets } from '../wechat'
import {
  createSandbox,
  SANDBOX_APPID,
  SANDBOX_ENCODING_AES_KEY,
  SANDBOX_PUSH_TOKEN,
  SANDBOX_SECRET,
  SANDBOX_SPARE_TEMPLATES,
  SANDBOX_WECHAT_PATH,
  type Sandbox,
} from '../wechat/sandbox'
import type { Settings } from './settings'

const REAL_API = 'https://api.weixin.qq.com'

export interface WechatParts {
  settings: Settings
  database: Database
  clock: Clock
  logger: Logger
  templates: NoticeTemplate[]
  /** Where the web server listens on this machine. */
  ownUrl: string
}

/** What signs WeChat's events; null when the console's two values are not set, and then no event is believed. */
function callbackSecrets({ environment, sandbox }: Settings, appid: string): CallbackSecrets | null {
  const token = environment.WECHAT_PUSH_TOKEN ?? (sandbox ? SANDBOX_PUSH_TOKEN : undefined)
  const encodingAesKey = environment.WECHAT_ENCODING_AES_KEY ?? (sandbox ? SANDBOX_ENCODING_AES_KEY : undefined)
  return token === undefined || encodingAesKey === undefined ? null : { appid, token, encodingAesKey }
}

function builtInSandbox(parts: WechatParts, secrets: CallbackSecrets | null): Sandbox {
  const { settings, clock, logger, templates, ownUrl } = parts
  return createSandbox({
    miniProgram: settings.association.organisation.shortName,
    secret: settings.environment.WECHAT_SECRET,
    templates: [...templates, ...SANDBOX_SPARE_TEMPLATES],
    clock,
    logger,
    snapshotFile: join(settings.dataFolder, 'sandbox.json'),
    ...(secrets === null ? {} : { callback: { ...secrets, url: `${ownUrl}/api/wechat/callback` } }),
  })
}

/**
 * WeChat: the real one when an AppID is set, else the stand-in. `sandbox` is null where the stand-in is another
 * process (`WECHAT_API_BASE`), or no stand-in at all.
 */
export function composeWechat(parts: WechatParts, { withSandbox }: { withSandbox: boolean }) {
  const { settings, database, clock, logger, ownUrl } = parts
  const { WECHAT_APPID, WECHAT_SECRET, WECHAT_API_BASE, SEND_CONCURRENCY } = settings.environment
  const appid = WECHAT_APPID ?? SANDBOX_APPID
  const secrets = callbackSecrets(settings, appid)
  const standIn = settings.sandbox ? `${ownUrl}${SANDBOX_WECHAT_PATH}` : REAL_API
  const api = createWechat({
    baseUrl: WECHAT_API_BASE ?? standIn,
    appid,
    secret: WECHAT_SECRET ?? SANDBOX_SECRET,
    tokenStore: createTokenStore(database),
    clock,
    logger,
    connections: connectionsFor(SEND_CONCURRENCY),
  })
  const isBuiltIn = withSandbox && settings.sandbox && WECHAT_API_BASE === undefined
  return { ...api, secrets, sandbox: isBuiltIn ? builtInSandbox(parts, secrets) : null }
}
