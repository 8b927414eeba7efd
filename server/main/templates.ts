import type { Association } from '../../shared/contract/association'
import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import type { TemplateKind } from '../../shared/domain/topics'
import { templatesNow, type TemplateStore } from '../features/templates'
import { SANDBOX_TEMPLATE_IDS } from '../wechat/sandbox'
import { StartError } from './startError'
import type { Settings } from './settings'

const VARIABLE: Record<
  TemplateKind,
  'WECHAT_TEMPLATE_PREVIEW' | 'WECHAT_TEMPLATE_REMINDER' | 'WECHAT_TEMPLATE_CHANGE'
> = {
  preview: 'WECHAT_TEMPLATE_PREVIEW',
  reminder: 'WECHAT_TEMPLATE_REMINDER',
  change: 'WECHAT_TEMPLATE_CHANGE',
}

function idOf(kind: TemplateKind, { environment, sandbox }: Settings): string {
  const id = environment[VARIABLE[kind]] ?? (sandbox ? SANDBOX_TEMPLATE_IDS[kind] : undefined)
  if (id !== undefined) return id
  const variable = VARIABLE[kind]
  throw new StartError([
    `设置 WECHAT_APPID 后，还必须设置 ${variable}（微信公众平台的订阅消息模板编号）。 / ${variable} has to be set together with WECHAT_APPID.`,
  ])
}

/** The association's templates with WeChat's ids of them. */
export const noticeTemplates = (association: Association, settings: Settings): NoticeTemplate[] =>
  association.templates.map((template) => ({ ...template, id: idOf(template.kind, settings) }))

/** The templates in use: one array for as long as the process lives, filled anew when administrators choose others. */
export async function liveTemplates(configured: readonly NoticeTemplate[], store: Pick<TemplateStore, 'read'>) {
  const templates: NoticeTemplate[] = []
  const reload = async () => {
    const now = templatesNow(configured, await store.read())
    templates.splice(0, templates.length, ...now)
  }
  await reload()
  return { templates, reload }
}
