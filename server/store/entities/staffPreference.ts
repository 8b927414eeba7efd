import { EntitySchema } from 'typeorm'
import type { Language } from '../../../shared/phrases'
import { instant, key, text } from './columns'

export interface StaffPreferenceRow {
  staffId: string
  language: Language
  updatedAt: number
}

export const StaffPreferenceEntity = new EntitySchema<StaffPreferenceRow>({
  name: 'staff_preference',
  tableName: 'staff_preference',
  columns: { staffId: key('staff_id'), language: text('language'), updatedAt: instant('updated_at') },
})
