import type { Environment } from '../../config/environment'
import { SANDBOX_ENCODING_AES_KEY, SANDBOX_PUSH_TOKEN, SANDBOX_SECRET } from '../wechat/sandbox'
import { StartError } from './startError'

const SAMPLES = {
  WECHAT_SECRET: SANDBOX_SECRET,
  WECHAT_PUSH_TOKEN: SANDBOX_PUSH_TOKEN,
  WECHAT_ENCODING_AES_KEY: SANDBOX_ENCODING_AES_KEY,
} as const

/**
 * The stand-in's secrets stand in public source: with a real AppID on the real API they would let anyone speak as
 * WeChat.
 */
export function refuseSampleSecrets(environment: Environment): void {
  if (environment.WECHAT_APPID === undefined || environment.WECHAT_API_BASE !== undefined) return
  const names = Object.entries(SAMPLES).filter(([name, value]) => environment[name as keyof typeof SAMPLES] === value)
  if (names.length === 0) return
  const list = names.map(([name]) => name).join('、')
  throw new StartError([
    `${list} 是模拟环境的公开示例值，不能用于正式的小程序。 / ${list}: sample values of the sandbox are refused with a real AppID.`,
  ])
}
