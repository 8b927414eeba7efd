import { askPhone, phoneKnown } from './bridge'
import type { DialogAnswer, Surroundings } from './wechat'

export const surroundings = async (): Promise<Surroundings> => ((await phoneKnown()) ? 'wechat' : 'browser')

export async function loginCode(): Promise<string> {
  const answer = await askPhone('login')
  return typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : ''
}

export async function openSubscribeDialog(templateIds: string[]): Promise<DialogAnswer> {
  const answer = await askPhone('requestSubscribeMessage', { tmplIds: templateIds })
  return typeof answer === 'object' && answer !== null ? { ...answer } : {}
}

export const openSettings = (): void => {
  askPhone('openSetting').catch(() => undefined)
}
