import type { Answer } from './types'

export type SandboxEvent =
  | { type: 'popup'; answers: { templateId: string; answer: Extract<Answer, 'accept' | 'reject'> }[] }
  | { type: 'change'; templateIds: string[] }
  | { type: 'sent'; templateId: string; msgid: string; delivered: boolean }

const NAMES = {
  popup: ['subscribe_msg_popup_event', 'SubscribeMsgPopupEvent'],
  change: ['subscribe_msg_change_event', 'SubscribeMsgChangeEvent'],
  sent: ['subscribe_msg_sent_event', 'SubscribeMsgSentEvent'],
} as const

/** WeChat's text in each item; those in `BARE` stand in XML without CDATA. */
function items(event: SandboxEvent): Record<string, string>[] {
  switch (event.type) {
    case 'popup':
      return event.answers.map(({ templateId, answer }) => ({
        TemplateId: templateId,
        SubscribeStatusString: answer,
        PopupScene: '0',
      }))
    case 'change':
      return event.templateIds.map((templateId) => ({ TemplateId: templateId, SubscribeStatusString: 'reject' }))
    case 'sent':
      return [
        {
          TemplateId: event.templateId,
          MsgID: event.msgid,
          ErrorCode: event.delivered ? '0' : '3',
          ErrorStatus: event.delivered ? 'success' : 'system failed',
        },
      ]
  }
}

const BARE = new Set(['PopupScene', 'MsgID', 'ErrorCode'])
const cdata = (text: string): string => `<![CDATA[${text}]]>`

export interface EventFrame {
  to: string
  openid: string
  /** Seconds since the epoch. */
  createTime: number
}

export function toXml(event: SandboxEvent, { to, openid, createTime }: EventFrame): string {
  const [name, element] = NAMES[event.type]
  const list = items(event)
    .map((item) => {
      const fields = Object.entries(item).map(
        ([key, value]) => `<${key}>${BARE.has(key) ? value : cdata(value)}</${key}>`,
      )
      return `<List>${fields.join('')}</List>`
    })
    .join('')
  return (
    `<xml><ToUserName>${cdata(to)}</ToUserName><FromUserName>${cdata(openid)}</FromUserName>` +
    `<CreateTime>${createTime}</CreateTime><MsgType>${cdata('event')}</MsgType><Event>${cdata(name)}</Event>` +
    `<${element}>${list}</${element}></xml>`
  )
}

/** In JSON the list is an object when there is one item, an array when there are more. */
export function toJson(event: SandboxEvent, { to, openid, createTime }: EventFrame): string {
  const list = items(event)
  return JSON.stringify({
    ToUserName: to,
    FromUserName: openid,
    CreateTime: createTime,
    MsgType: 'event',
    Event: NAMES[event.type][0],
    List: list.length === 1 ? list[0] : list,
  })
}
