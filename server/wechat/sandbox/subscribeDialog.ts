import type { EventSender } from './events'
import type { Phone, Phones } from './phones'
import type { Answer, SandboxTemplate } from './types'

const MOST_TEMPLATES = 3

/** How `wx.requestSubscribeMessage` fails. */
export class DialogError extends Error {
  constructor(
    readonly errCode: number,
    reason: string,
  ) {
    super(`requestSubscribeMessage:fail ${reason}`)
  }
}

export interface DialogCommand {
  phone: Phone
  answers: Record<string, Answer>
  keep: boolean
  phones: Phones
  templates: readonly SandboxTemplate[]
  events: EventSender
}

/**
 * What the member ticked in the dialog: WeChat counts one grant for each accept, kept choice or not, and tells our
 * server by the popup event. Source: `wx.requestSubscribeMessage`.
 * @throws DialogError 10004, 20001, 20003, 20004
 */
export function answerDialog(command: DialogCommand): Record<string, string> {
  const { phone, answers, keep, phones, templates, events } = command
  const ids = Object.keys(answers)
  if (ids.length === 0) throw new DialogError(10004, 'param TmplIds is invalid')
  if (ids.length > MOST_TEMPLATES) throw new DialogError(20003, 'templates count out of max bounds')
  if (ids.some((id) => !templates.some((template) => template.id === id))) {
    throw new DialogError(20001, 'No template data return, verify the template id exist')
  }
  if (!phone.mainSwitch) throw new DialogError(20004, 'The main switch is switched off')
  const told: { templateId: string; answer: 'accept' | 'reject' }[] = []
  for (const [templateId, answer] of Object.entries(answers)) {
    if (answer === 'accept') phones.grant(phone, templateId)
    if (answer !== 'accept' && answer !== 'reject') continue
    if (keep) phones.keep(phone, templateId, answer)
    told.push({ templateId, answer })
  }
  if (told.length > 0) events.send(phone.openid, { type: 'popup', answers: told })
  return { errMsg: 'requestSubscribeMessage:ok', ...answers }
}
