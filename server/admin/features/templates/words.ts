import type { FieldSource } from '../../../../shared/domain/noticeDraft'
import type { ChoiceProblem, TemplateState } from '../../../../shared/domain/templateChoice'
import type { TemplateKind } from '../../../../shared/domain/topics'
import type { Phrase } from '../../../../shared/phrases'
import { t } from '../../ui/language'
import { fieldWords } from '../../ui/words'

export const KIND_NAMES: Record<TemplateKind, Phrase> = {
  preview: { zh: '活动预告', en: 'Event preview' },
  reminder: { zh: '活动提醒', en: 'Reminder' },
  change: { zh: '变更与取消', en: 'Change and cancellation' },
}

export const SOURCE_NAMES: Record<FieldSource, Phrase> = {
  title: { zh: '活动名称', en: 'Title of the event' },
  time: { zh: '活动时间', en: 'Time of the event' },
  venue: { zh: '活动地点', en: 'Venue' },
  deadline: { zh: '报名截止时间', en: 'Sign-up deadline' },
  organisation: { zh: '机构名称', en: 'Name of the organisation' },
  text: { zh: '固定文字', en: 'Fixed words' },
}

/** How a template stands to what WeChat has, in words. */
export function stateWords(state: TemplateState): string {
  switch (state.state) {
    case 'same':
      return t('与微信一致', 'As WeChat has it')
    case 'gone':
      return t('微信账号中没有这个模板，通知会被拒绝', 'WeChat has no such template: notices are refused')
    case 'differs':
      return t(
        `字段与微信不一致：${[
          ...(state.missing.length > 0 ? [`缺少 ${state.missing.join('、')}`] : []),
          ...(state.unknown.length > 0 ? [`多出 ${state.unknown.join('、')}`] : []),
        ].join('，')}`,
        `Other fields than WeChat has: ${[...state.missing, ...state.unknown].join(', ')}`,
      )
  }
}

export function problemWords(problem: ChoiceProblem): string {
  const { code, ...values } = problem
  return fieldWords(code, values)
}
