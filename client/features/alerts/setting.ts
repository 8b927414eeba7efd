import type { AlertTopic } from '../../../shared/contract'
import { guidanceOf, type Guidance } from './answers'

/** The member's own choices in WeChat, as far as it tells them. */
export interface Setting {
  mainSwitch: boolean
  /** By template: what the member ticked to be kept without asking again. */
  kept: Record<string, string>
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Reads the answer of `wx.getSetting`; null when it does not speak of subscriptions (older WeChat, a web browser). */
export function readSetting(answer: unknown): Setting | null {
  const said = isObject(answer) ? answer['subscriptionsSetting'] : null
  if (!isObject(said) || typeof said['mainSwitch'] !== 'boolean') return null
  const items = isObject(said['itemSettings']) ? said['itemSettings'] : {}
  const kept = Object.entries(items).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { mainSwitch: said['mainSwitch'], kept: Object.fromEntries(kept) }
}

/** How WeChat will answer a tap for this template without asking; null when it asks. */
export const keptChoice = (setting: Setting | null, templateId: string): 'accept' | 'reject' | null => {
  const choice = setting?.kept[templateId]
  return choice === 'accept' || choice === 'reject' ? choice : null
}

const SWITCH_OFF = 20004

const always = (names: string[]): Guidance => ({
  title: `${names.map((name) => `“${name}”`).join('、')}已设为总是拒绝`,
  text: '您曾勾选“总是保持以上选择，不再询问”，微信因此不再弹出窗口。请打开设置，改为允许后再回到这里。',
  settings: true,
})

/** What stands between the member and their alerts, known before they tap; null when nothing does. */
export function adviceOf(setting: Setting | null, topics: AlertTopic[]): Guidance | null {
  if (!setting) return null
  if (!setting.mainSwitch) return guidanceOf(SWITCH_OFF)
  const refused = topics.filter(({ template }) => keptChoice(setting, template.id) === 'reject')
  return refused.length === 0 ? null : always(refused.map(({ title }) => title))
}

/** Nobody reads a dialog and answers it faster than this. */
const HUMAN_MS = 350

/**
 * A `reject` that no dialog can have brought: WeChat answered at once for everything that was asked. What the setting
 * says counts more, when it says anything.
 */
export const refusedUnasked = (answers: readonly string[], tookMs: number, setting: Setting | null): boolean =>
  setting === null && tookMs < HUMAN_MS && answers.length > 0 && answers.every((answer) => answer === 'reject')

export const adviceUnasked = (topics: AlertTopic[]): Guidance => always(topics.map(({ title }) => title))
