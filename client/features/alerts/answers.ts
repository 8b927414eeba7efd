import type { RequestTo, SubscribeAnswer } from '../../../shared/contract'

/** One opening of the subscribe dialog, as the server wants to hear of it. */
export type Report = RequestTo<'POST /api/alerts/answers'>['body']

const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter']
const isAnswer = (value: unknown): value is SubscribeAnswer => typeof value === 'string' && ANSWERS.includes(value)

/** The answers among what the dialog returned; null when it answered for none of the templates. */
export function reportOf(requestId: string, templateIds: string[], said: Record<string, unknown>): Report | null {
  const answers = templateIds.flatMap((templateId) => {
    const answer = said[templateId]
    return isAnswer(answer) ? [{ templateId, answer }] : []
  })
  return answers.length === 0 ? null : { requestId, answers }
}

/** What to tell the member after the dialog. */
export function describeReport(report: Report): string {
  const accepted = report.answers.filter(({ answer }) => answer === 'accept').length
  if (accepted === report.answers.length) return accepted > 1 ? '已开启，各加一次' : '已增加一次提醒'
  if (accepted > 0) return `已增加 ${accepted} 项提醒`
  if (report.answers.some(({ answer }) => answer === 'ban')) return '该提醒暂时无法订阅，请联系协会'
  return '您没有允许，提醒次数未变化'
}

/** A dialog that could not be shown, and whether WeChat's settings can mend it. */
export interface Guidance {
  title: string
  text: string
  settings: boolean
}

/** Words for the codes of `wx.requestSubscribeMessage` (WeChat's page of that call, section on errors). */
export function guidanceOf(errCode: number | undefined): Guidance | null {
  switch (errCode) {
    case 20004:
      return {
        title: '消息提醒总开关已关闭',
        text: '请在微信的小程序设置里打开“订阅消息”，再回到这里开启提醒。',
        settings: true,
      }
    case 20005:
    case 20013:
      return { title: '暂时无法订阅', text: '小程序的提醒功能被微信限制，请联系协会办公室。', settings: false }
    case 10001:
    case 10002:
    case 10003:
    case 10004:
    case 10005:
      return { title: '没有打开订阅窗口', text: '网络或微信繁忙，请稍后再点一次。', settings: false }
    case 20001:
    case 20002:
    case 20003:
      return { title: '提醒设置有误', text: '请下拉刷新后再试；仍不行时请联系协会办公室。', settings: false }
    default:
      return null
  }
}
