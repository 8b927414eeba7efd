import { findingsOf, words, type Finding } from './finding'
import type { AccountAnswer } from '../../wechat/askAccount'
import type { Settings } from '../settings'

const { ok, care, fail } = findingsOf(words('微信凭证', 'WeChat credentials'))
const push = findingsOf(words('消息推送', 'WeChat events'))

/** WeChat names the address in its message: `invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist`. */
export const refusedAddress = (errmsg: string): string | null =>
  /invalid ip ([\d.]{7,15}|[\da-f:.]{3,45})/i.exec(errmsg)?.[1] ?? null

function refused(errcode: number, errmsg: string): Finding {
  if (errcode === 40013) {
    return fail('AppID 不对（40013）。请核对 WECHAT_APPID。', 'WeChat does not know the AppID (40013): WECHAT_APPID.')
  }
  if (errcode === 40125 || errcode === 40001) {
    return fail(
      `AppSecret 不对（${errcode}）。请在公众平台“开发管理 → 开发设置”重置密钥，填入 WECHAT_SECRET。`,
      `the app secret is wrong (${errcode}): reset it in WeChat's console and set WECHAT_SECRET.`,
    )
  }
  if (errcode === 40164) {
    const address = refusedAddress(errmsg)
    return fail(
      `服务器出口地址 ${address ?? ''} 不在 IP 白名单（40164）。请在公众平台“开发管理 → 开发设置 → IP 白名单”加入它。`,
      `this server's address ${address ?? ''} is not on WeChat's allow list (40164): add it in the console.`,
    )
  }
  if ([-1, 45009, 45011].includes(errcode)) {
    return care(`微信暂时繁忙（${errcode}），请稍后再试。`, `WeChat is busy (${errcode}): try again later.`)
  }
  const text = errmsg.slice(0, 120)
  return fail(`微信拒绝（${errcode} ${text}）。`, `WeChat refuses (${errcode} ${text}).`)
}

export function credentialFinding(answer: AccountAnswer): Finding {
  if (answer.kind === 'token') {
    return ok('微信接受 AppID、密钥和本机出口地址。', 'WeChat accepts the AppID, the secret and this address.')
  }
  if (answer.kind === 'refused') return refused(answer.errcode, answer.errmsg)
  return fail(
    `连不上微信接口（${answer.detail}）。请检查服务器能否访问 https://api.weixin.qq.com：域名解析、防火墙、代理。`,
    `WeChat's API cannot be reached (${answer.detail}): check DNS, firewall and proxy.`,
  )
}

export const standInFinding = (): Finding =>
  care(
    '没有设置 WECHAT_APPID：使用内置模拟环境，不会发送真实消息。正式使用前请按“微信后台设置”填写。',
    'WECHAT_APPID is not set: the built-in stand-in is used and no real message is sent.',
  )

/** Whether WeChat's events are believed: without them nobody learns what became of a notice. */
export function checkPush({ environment, sandbox }: Pick<Settings, 'environment' | 'sandbox'>): Finding[] {
  if (sandbox) return []
  const missing = (['WECHAT_PUSH_TOKEN', 'WECHAT_ENCODING_AES_KEY'] as const).filter((name) => !environment[name])
  if (missing.length === 0) return [push.ok('令牌和密钥已设置。', 'token and key are set.')]
  return [
    push.care(
      `没有设置 ${missing.join('、')}：不知道会员退订、注销，也无法确认送达。请在公众平台“消息推送”启用安全模式。`,
      `${missing.join(', ')} not set: nobody learns of members who leave, nor of what was delivered.`,
    ),
  ]
}
