import { articleDeskMigrations } from './articleDesk'
import { articlePreviewMigrations } from './articlePreview'
import { articlePlanMigrations } from './articlePlans'
import { attachmentMigrations } from './attachments'
import { auditChainMigrations } from './auditChain'
import { contentMigrations } from './content'
import { deliveryMigrations } from './delivery'
import { deliveryIndexMigrations } from './deliveryIndexes'
import { deliverySpeedMigrations } from './deliverySpeed'
import { eventDeskMigrations } from './eventDesk'
import { eventChangeMigrations } from './eventChange'
import { grantCountMigrations } from './grantCounts'
import { importingMigrations } from './importing'
import { longListMigrations } from './longLists'
import { mediaLibraryMigrations } from './mediaLibrary'
import { memberRightsMigrations } from './memberRights'
import { memberMigrations } from './members'
import { moveInMigrations } from './moveIn'
import { noticeRuleMigrations } from './noticeRules'
import { pictureCutMigrations } from './pictureCuts'
import { backupRunMigrations } from './backupRuns'
import { channelSettingsMigrations, overviewMigrations } from './overview'
import { publicContentMigrations } from './publicContent'
import { reviewMigrations } from './review'
import { searchMigrations } from './search'
import { searchTitleMigrations } from './searchTitles'
import { siteMapMigrations } from './siteMap'
import { staffMigrations } from './staff'
import { staffAccountMigrations } from './staffAccounts'
import { staffBindingMigrations } from './staffBinding'
import { twoStepMigrations } from './twoStep'
import { staffPreferenceMigrations } from './staffPreferences'

/** In the order in which they run. A migration that has landed is never edited; a change is a new one. */
export const migrations = [
  ...contentMigrations,
  ...staffMigrations,
  ...memberMigrations,
  ...deliveryMigrations,
  ...noticeRuleMigrations,
  ...deliverySpeedMigrations,
  ...grantCountMigrations,
  ...deliveryIndexMigrations,
  ...searchMigrations,
  ...publicContentMigrations,
  ...memberRightsMigrations,
  ...staffAccountMigrations,
  ...auditChainMigrations,
  ...overviewMigrations,
  ...channelSettingsMigrations,
  ...mediaLibraryMigrations,
  ...eventChangeMigrations,
  ...articleDeskMigrations,
  ...twoStepMigrations,
  ...reviewMigrations,
  ...staffPreferenceMigrations,
  ...siteMapMigrations,
  ...importingMigrations,
  ...articlePreviewMigrations,
  ...attachmentMigrations,
  ...eventDeskMigrations,
  ...searchTitleMigrations,
  ...staffBindingMigrations,
  ...articlePlanMigrations,
  ...pictureCutMigrations,
  ...longListMigrations,
  ...moveInMigrations,
  ...backupRunMigrations,
]
