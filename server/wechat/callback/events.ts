import type { CallbackEvent } from '../../features/callbacks/ports'
import { itemsOf, textOf, type Fields } from './parse'

const isAnswer = (value: string): value is 'accept' | 'reject' => value === 'accept' || value === 'reject'

function answersOf(fields: Fields, wrapper: string) {
  return itemsOf(fields, wrapper).flatMap((item) => {
    const templateId = textOf(item, 'TemplateId')
    const answer = textOf(item, 'SubscribeStatusString')
    return templateId !== '' && isAnswer(answer) ? [{ templateId, answer }] : []
  })
}

/** Source: server API "订阅消息 / 事件推送". One event of the wire may tell of several templates, hence a list. */
export function eventsOf(fields: Fields): CallbackEvent[] {
  const name = textOf(fields, 'Event')
  const openid = textOf(fields, 'FromUserName')
  switch (name) {
    case 'subscribe_msg_sent_event':
      return itemsOf(fields, 'SubscribeMsgSentEvent').map((item) => ({
        kind: 'sent',
        openid,
        templateId: textOf(item, 'TemplateId'),
        msgid: textOf(item, 'MsgID'),
        delivered: textOf(item, 'ErrorCode') === '0',
        status: textOf(item, 'ErrorStatus'),
      }))
    case 'subscribe_msg_popup_event':
      return [{ kind: 'answers', openid, answers: answersOf(fields, 'SubscribeMsgPopupEvent') }]
    case 'subscribe_msg_change_event': {
      const gone = answersOf(fields, 'SubscribeMsgChangeEvent').filter(({ answer }) => answer === 'reject')
      return [{ kind: 'unsubscribed', openid, templateIds: gone.map(({ templateId }) => templateId) }]
    }
    case 'user_authorization_cancellation':
      return [{ kind: 'authorisation_cancelled', openid: textOf(fields, 'OpenID') || openid }]
    default:
      return [{ kind: 'other', name: name || textOf(fields, 'MsgType') }]
  }
}
