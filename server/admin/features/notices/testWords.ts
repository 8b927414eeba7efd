import type { NoticeTest } from '../../../../shared/contract'
import { DELIVERY_REASONS, type Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'

export type TestTone = 'info' | 'success' | 'warning' | 'error'

/** What holds a test that has not gone out. */
const WAITS: Record<NonNullable<NoticeTest['waits']>, Phrase> = {
  token: {
    zh: '微信拒绝了访问令牌，正在换新的再试。一直不行时请维护人员检查 AppSecret 和 IP 白名单。',
    en: 'WeChat refused the access token; it is renewed and tried again. If this lasts, have AppSecret and the IP allow list checked.',
  },
  rate: { zh: '微信要求放慢，稍候自动再试。', en: 'WeChat asks to slow down; it is tried again in a moment.' },
  line: { zh: '暂时连不上微信，稍候自动再试。', en: 'WeChat cannot be reached; it is tried again in a moment.' },
  quota: {
    zh: '今天的发送额度已用完，明天之前发不出去。',
    en: 'The day’s quota is used up; nothing goes out before tomorrow.',
  },
  paused: { zh: '连续出错，已自动暂停。', en: 'Paused after a run of errors.' },
}

/** What WeChat's no means for who wrote the notice, where the general words say too little. */
const REFUSED: Partial<Record<NonNullable<NoticeTest['reason']>, Phrase>> = {
  not_subscribed: {
    zh: '微信说您没有这类通知的剩余次数（43101），没有送到。请在手机上打开小程序的“提醒”，再点一次“允许”。',
    en: 'WeChat says you have no grant left for this kind (43101); it did not arrive. Open the bell tab of the mini-program and allow once more.',
  },
  invalid_openid: {
    zh: '微信不认识绑定的账号（40003）。请在“账号与安全”中解除后重新绑定。',
    en: 'WeChat does not know the bound account (40003). Unbind on your account page and bind again.',
  },
  template_invalid: {
    zh: '微信说这个模板不存在或已停用（40037）。发给会员同样会失败，请先让管理员在“订阅模板”中更换。',
    en: 'WeChat says this template does not exist or was stopped (40037). Members would not get it either: have the template replaced first.',
  },
  value_invalid: {
    zh: '微信说有内容不符合模板要求（47003）。发给会员同样会失败，请检查各项。',
    en: 'WeChat says a value breaks its field’s rule (47003). Members would not get it either: check the fields.',
  },
  page_invalid: {
    zh: '微信说通知要打开的页面不在已发布的小程序版本里（41030）。发给会员同样会失败，请联系维护人员。',
    en: 'WeChat says the page is not in the released version (41030). Members would not get it either.',
  },
  banned: {
    zh: '订阅消息能力或模板被微信封禁（43107）。发给会员同样会失败，请联系维护人员。',
    en: 'The ability or the template is banned (43107). Members would not get it either.',
  },
}

/** How a test stands, in words for its author. */
export function testWords({ state, reason, waits }: NoticeTest): { tone: TestTone; words: string } {
  switch (state) {
    case 'pending':
      return waits === null
        ? { tone: 'info', words: t('正在发送给您…', 'Sending to you…') }
        : { tone: 'warning', words: t(WAITS[waits]) }
    case 'sending':
      return { tone: 'info', words: t('已交给微信，等待答复…', 'Handed to WeChat; waiting for its answer…') }
    case 'sent':
      return {
        tone: 'success',
        words:
          reason === 'staff_decision'
            ? t('您确认已收到。', 'You say that it arrived.')
            : t(
                '已送到您的微信，请在手机的“服务通知”中核对。',
                'It is on your WeChat: check it there under service notices.',
              ),
      }
    case 'unknown':
    case 'unconfirmed':
      return {
        tone: 'warning',
        words: t(
          '请求已经发出，但微信没有答复，不知道是否送到，不会自动重发。请看手机，告诉我们结果：',
          'The request left and WeChat did not answer: whether it arrived is not known, and it is not sent again. Look at your phone and say:',
        ),
      }
    case 'skipped':
      return {
        tone: 'info',
        words: t('没有发出，提醒次数已退回。', 'It was not sent; its grant went back.'),
      }
    case 'rejected':
    case 'failed': {
      const words = reason === null ? undefined : (REFUSED[reason] ?? DELIVERY_REASONS[reason])
      return {
        tone: 'error',
        words:
          reason === 'staff_decision' || words === undefined
            ? t('您确认没有收到。', 'You say that it did not arrive.')
            : t(words),
      }
    }
  }
}

/** Whether a next one has to wait for this one. */
export const isOpenTest = ({ state }: NoticeTest): boolean => ['pending', 'sending', 'unknown'].includes(state)
