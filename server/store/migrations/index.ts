import { contentMigrations } from './content'
import { deliveryMigrations } from './delivery'
import { deliverySpeedMigrations } from './deliverySpeed'
import { memberMigrations } from './members'
import { noticeRuleMigrations } from './noticeRules'
import { staffMigrations } from './staff'

/** In the order in which they run. A migration that has landed is never edited; a change is a new one. */
export const migrations = [
  ...contentMigrations,
  ...staffMigrations,
  ...memberMigrations,
  ...deliveryMigrations,
  ...noticeRuleMigrations,
  ...deliverySpeedMigrations,
]
