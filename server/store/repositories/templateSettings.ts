import type { ChosenTemplates, TemplateStore } from '../../features/templates/ports'
import type { Database } from '../database'
import { SettingEntity } from '../entities'
import { recordAudit } from './audit'
import { tellChange } from './publicContent'

const TEMPLATES_SETTING = 'templates'

/** Templates that administrators have chosen in place of the configured ones. */
export const createTemplateSettings = (database: Database): TemplateStore => ({
  async read() {
    const row = await database.read.findOneBy(SettingEntity, { name: TEMPLATES_SETTING })
    return JSON.parse(row?.value ?? '{}') as ChosenTemplates
  },

  keep: (chosen, changed, audit) =>
    database.write(async (manager) => {
      if (changed === 'preview') {
        const waiting = await manager.query<unknown[]>(
          'SELECT id FROM article WHERE scheduled_at IS NOT NULL AND scheduled_notice IS NOT NULL LIMIT 1',
        )
        if (waiting.length > 0) return false
      }
      await manager.save(SettingEntity, { name: TEMPLATES_SETTING, value: JSON.stringify(chosen), updatedAt: audit.at })
      await recordAudit(manager, audit)
      await tellChange(manager, ['*'])
      return true
    }),
})
