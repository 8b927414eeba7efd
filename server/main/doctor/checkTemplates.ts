import type { WechatTemplate } from '../../../shared/contract'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import { compareTemplate, fieldChoiceProblem } from '../../../shared/domain/templateChoice'
import { findingsOf, words, type Finding } from './finding'

const { ok, care, fail } = findingsOf(words('订阅消息模板', 'Templates'))

const VARIABLES = {
  preview: 'WECHAT_TEMPLATE_PREVIEW',
  reminder: 'WECHAT_TEMPLATE_REMINDER',
  change: 'WECHAT_TEMPLATE_CHANGE',
}
const WHERE = '后台“设置 → 通知模板”或 association.json'

/** Fields that WeChat would refuse in every send. */
const badFields = (template: NoticeTemplate, theirs: WechatTemplate): string[] =>
  template.fields
    .filter((field) => {
      const options = theirs.fields.find(({ key }) => key === field.key)?.options ?? field.options
      return fieldChoiceProblem({ ...field, options }) !== null
    })
    .map(({ key }) => key)

function checkOne(template: NoticeTemplate, listed: readonly WechatTemplate[]): Finding {
  const { kind, title, id } = template
  const name = `“${title}”（${kind}）`
  const compared = compareTemplate(template, listed)
  const theirs = listed.find((one) => one.id === id)
  if (compared.state === 'gone' || theirs === undefined) {
    return fail(
      `${name}微信账号里没有编号 ${id}。请在公众平台“订阅消息 → 我的模板”核对，改 ${VARIABLES[kind]} 或后台设置。`,
      `${kind}: the account has no template ${id}; check ${VARIABLES[kind]} or the admin's settings.`,
    )
  }
  if (theirs.longTerm) {
    return fail(`${name}是长期订阅模板，请改用一次性订阅模板。`, `${kind}: is a long-term one; choose a one-time one.`)
  }
  if (compared.state === 'differs') {
    const { missing, unknown } = compared
    const zh = [
      ...(missing.length > 0 ? [`缺少 ${missing.join('、')}`] : []),
      ...(unknown.length > 0 ? [`多出 ${unknown.join('、')}`] : []),
    ].join('，')
    return fail(
      `${name}的字段与微信不一致：${zh}。微信会以 47003 拒绝每一条，请在${WHERE}改正。`,
      `${kind}: missing [${missing.join(' ')}], unknown to WeChat [${unknown.join(' ')}]; every send would be refused.`,
    )
  }
  const bad = badFields(template, theirs)
  if (bad.length > 0) {
    return fail(
      `${name}的 ${bad.join('、')} 填不进这种字段，请在${WHERE}改正。`,
      `${kind}: what goes into ${bad.join(', ')} does not fit its type.`,
    )
  }
  return ok(`${name}与微信一致。`, `${kind}: as WeChat has it.`)
}

/** What the product sends against what the account has. */
export function checkTemplates(templates: readonly NoticeTemplate[], listed: readonly WechatTemplate[]): Finding[] {
  const ids = templates.map(({ id }) => id)
  const findings = templates.map((template) => checkOne(template, listed))
  if (new Set(ids).size === ids.length) return findings
  return [...findings, fail('三个模板的编号必须各不相同。', 'the three templates must have ids of their own.')]
}

export const templatesUnread = (code: string): Finding =>
  care(`微信没有给出模板列表（${code}），请稍后再试。`, `WeChat gave no list of templates (${code}): try again later.`)
