import type { Clock } from '../../kernel/clock'
import { AppError } from '../../kernel/errors'
import { silentLogger } from '../../kernel/logger'
import type { Database } from '../../store/database'
import { createTemplateSettings } from '../../store/repositories/templateSettings'
import { askForTemplates, askForToken } from '../../wechat/askAccount'
import { readSettings, type Settings } from '../settings'
import { StartError } from '../startError'
import { liveTemplates, noticeTemplates } from '../templates'
import { checkAddress } from './checkAddress'
import { checkBackups } from './checkBackups'
import { clockFinding, readDatabaseClock } from './checkClock'
import { checkDatabase } from './checkDatabase'
import { checkNode } from './checkNode'
import { checkRedis } from './checkRedis'
import { checkDisk, checkStorage } from './checkStorage'
import { checkTemplates, templatesUnread } from './checkTemplates'
import { checkPush, credentialFinding, standInFinding } from './checkWechat'
import { findingsOf, reasonOf, words, type Finding } from './finding'

export interface ExamineOptions {
  given: Record<string, string | undefined>
  clock: Clock
  nodeVersion: string
  /** An authority that is trusted besides those of the system. */
  authority?: string
}

const REAL_API = 'https://api.weixin.qq.com'
const settled = findingsOf(words('设置', 'Settings'))

/** Both languages of a line of `StartError`. */
function refused(line: string): Finding {
  const [zh = line, en = zh] = line.split(' / ')
  return settled.fail(zh, en)
}

function startErrors(error: unknown): Finding[] {
  if (error instanceof StartError) return error.lines.map(refused)
  const reason = reasonOf(error)
  return [settled.fail(`无法读取（${reason}）。`, `cannot be read (${reason}).`)]
}

/** The templates in use, also those that administrators chose, where those can be read. */
async function templatesInUse(settings: Settings, database: Database | null) {
  const configured = noticeTemplates(settings.association, settings)
  return database === null ? configured : (await liveTemplates(configured, createTemplateSettings(database))).templates
}

async function checkAccount(settings: Settings, database: Database | null, clock: Clock): Promise<Finding[]> {
  const { WECHAT_APPID: appid, WECHAT_SECRET: secret, WECHAT_API_BASE } = settings.environment
  if (appid === undefined || secret === undefined) return [standInFinding()]
  const account = { baseUrl: WECHAT_API_BASE ?? REAL_API, appid, secret, logger: silentLogger }
  const before = clock.now()
  const answer = await askForToken(account)
  const after = clock.now()
  const of = { zh: '微信', en: 'WeChat' }
  const findings = [credentialFinding(answer)]
  // a gateway on the way may give an answer of its own, with a date of its own: only the API's counts
  if (answer.date !== null && answer.kind !== 'unreachable') {
    findings.push(clockFinding({ of, said: answer.date, coarseMs: 1_000, before, after }))
  }
  if (answer.kind !== 'token') return findings
  const templates = await templatesInUse(settings, database).catch(startErrors)
  try {
    const listed = await askForTemplates(account, answer.token)
    const found = templates.flatMap((one) => ('level' in one ? [one] : []))
    const own = templates.flatMap((one) => ('level' in one ? [] : [one]))
    return [...findings, ...found, ...checkTemplates(own, listed)]
  } catch (error) {
    return [...findings, templatesUnread(error instanceof AppError ? error.code : reasonOf(error))]
  }
}

async function checkClocks(database: Database | null, clock: Clock): Promise<Finding[]> {
  const reading = database === null ? null : await readDatabaseClock(database, clock)
  return reading === null ? [] : [clockFinding(reading)]
}

/** A check that fails by itself says so, and keeps none of the others from theirs. */
async function guarded(work: Promise<Finding[]>): Promise<Finding[]> {
  return work.catch((error: unknown) => {
    const reason = reasonOf(error)
    return [settled.fail(`检查没有完成（${reason}）。`, `a check did not end (${reason}).`)]
  })
}

/** Looks at everything that the house stands on. Changes nothing but a probe in the storage, which goes again. */
export async function examine({ given, clock, nodeVersion, authority }: ExamineOptions): Promise<Finding[]> {
  const node = checkNode(nodeVersion)
  let settings: Settings
  try {
    settings = readSettings(given)
  } catch (error) {
    return [...node, ...startErrors(error)]
  }
  const { environment, sandbox } = settings
  const { findings, database, isCurrent } = await checkDatabase(settings.databaseUrl)
  try {
    const rest = await Promise.all(
      [
        checkClocks(database, clock),
        checkRedis(environment.REDIS_URL),
        checkStorage(settings),
        checkDisk(settings),
        checkAccount(settings, isCurrent ? database : null, clock),
        Promise.resolve(checkPush(settings)),
        checkAddress({ url: environment.PUBLIC_URL, sandbox, clock, authority }),
        checkBackups(settings, clock),
      ].map(guarded),
    )
    return [
      ...node,
      settled.ok('环境变量和协会资料有效。', 'variables and the association are valid.'),
      ...findings,
      ...rest.flat(),
    ]
  } finally {
    await database?.close()
  }
}
