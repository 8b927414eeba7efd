import type { NoticeTemplate } from '../../shared/domain/noticeDraft'
import type { BindingCodePictures } from '../features/bindings/ports'
import { bindingRoutes } from '../features/bindings/routes'
import type { Clock } from '../kernel/clock'
import type { Database } from '../store/database'
import { createStaffBindings } from '../store/repositories/staffBindings'
import { createThrottle } from '../store/repositories/throttle'

export interface BindingParts {
  database: Database
  clock: Clock
  templates: NoticeTemplate[]
  codes: BindingCodePictures
}

/** Which WeChat belongs to which colleague. */
export const composeBindings = ({ database, clock, templates, codes }: BindingParts) =>
  bindingRoutes({
    bindings: createStaffBindings(database),
    pictures: codes,
    throttle: createThrottle(database),
    ...{ templates, clock },
  })
