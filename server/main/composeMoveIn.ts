import type { StaffArticle } from '../../shared/contract'
import type { Association } from '../../shared/contract/association'
import { publishArticle, type PublishDeps } from '../features/articles/publishArticle'
import { saveArticle, showArticle } from '../features/articles/saveArticle'
import { moveInRoutes } from '../features/importing/moveInRoutes'
import { createMoveInWork } from '../features/importing/moveIn/work'
import type { DraftDesk } from '../features/importing/portsMoveIn'
import type { Uploads } from '../features/media/ports'
import { createWorkshop } from '../features/media/workshop'
import type { Clock } from '../kernel/clock'
import type { Logger } from '../kernel/logger'
import type { Database } from '../store/database'
import { createDoubtfulPages } from '../store/repositories/doubtfulPages'
import { createMoveInStore } from '../store/repositories/moveIn'
import { composeArchive } from './composeArchive'
import { composeImport } from './composeImport'
import { pageFetcher } from './pageFetcher'

const draftOf = ({ summary, bodyHtml, cover, pinned, event }: StaffArticle) => ({
  ...{ summary, bodyHtml, pinned, event },
  coverId: cover?.id ?? null,
})

/** Drafts of old pages are saved and published as any others. */
const draftDesk = (desk: PublishDeps): DraftDesk => ({
  async save({ id, version, ...changed }, actor) {
    const article = { ...draftOf(await showArticle(desk, id)), ...changed }
    await saveArticle(desk, { id, version, article }, actor)
  },
  async publish({ id, version }, actor) {
    await publishArticle(desk, { id, version, notice: null }, actor)
  },
})

export interface MoveInParts {
  database: Database
  clock: Clock
  logger: Logger
  uploads: Parameters<typeof composeImport>[0]['uploads'] & Uploads
  association: Association
  temporaryFolder: string
  desk: PublishDeps
}

/** The move-in from an old site, as administrators do it in the admin. */
export function composeMoveIn({ desk, association, ...parts }: MoveInParts) {
  const store = createMoveInStore(parts.database)
  const pages = createDoubtfulPages(parts.database)
  const workshop = createWorkshop({ atOnce: 1, waiting: 1 })
  const organisation = () => association.organisation.name
  const work = createMoveInWork({
    ...parts,
    ...{ store, pages, fetcher: pageFetcher() },
    imports: async () =>
      composeImport({ ...parts, workshop, tree: await desk.channels.tree(), organisation: organisation() }),
    archives: () => composeArchive({ ...parts, organisation: organisation() }),
  })
  return {
    routes: moveInRoutes({ store, pages, work, clock: parts.clock, desk: draftDesk(desk) }),
    stop: () => work.stop(),
  }
}
