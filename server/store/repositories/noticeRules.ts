import { NOTICE_RULES_SETTING, readNoticeRules, type NoticeRules } from '../../../shared/domain/noticeRules'
import type { AuditEntry } from '../../kernel/audit'
import type { Database } from '../database'
import { SettingEntity } from '../entities'
import { recordAudit } from './audit'

/** The rules that staff have set for all notices, read anew each time: they hold in every process at once. */
export const createNoticeRules = (database: Database) => ({
  async read(): Promise<NoticeRules> {
    const row = await database.read.findOneBy(SettingEntity, { name: NOTICE_RULES_SETTING })
    return readNoticeRules(row?.value ?? null)
  },

  keep: (rules: NoticeRules, audit: AuditEntry): Promise<void> =>
    database.write(async (manager) => {
      const value = JSON.stringify(rules)
      await manager.save(SettingEntity, { name: NOTICE_RULES_SETTING, value, updatedAt: audit.at })
      await recordAudit(manager, audit)
    }),
})
