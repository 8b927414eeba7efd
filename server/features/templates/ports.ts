import type { WechatTemplate } from '../../../shared/contract'
import type { NoticeTemplate } from '../../../shared/domain/noticeDraft'
import type { TemplateKind } from '../../../shared/domain/topics'
import type { AuditEntry } from '../../kernel/audit'

/** A template that stands in place of the configured one. */
export type ChosenTemplates = Partial<Record<TemplateKind, Omit<NoticeTemplate, 'kind'>>>

export interface TemplateStore {
  read(): Promise<ChosenTemplates>
  /**
   * Keeps the choices, and tells every process in the same transaction. False, and nothing kept, while an article is set to
   * be published with a notice in the words of a template that changes.
   */
  keep(chosen: ChosenTemplates, changed: TemplateKind, audit: AuditEntry): Promise<boolean>
}

/** What the WeChat account has; asked for each time. */
export interface TemplateList {
  /** @throws AppError wechat_busy, wechat_unavailable */
  list(): Promise<WechatTemplate[]>
}
