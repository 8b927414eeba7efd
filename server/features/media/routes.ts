import { routes } from '../../http/route'
import { keepPicture, presentMedia, type MediaDeps } from './keepPicture'

export const mediaRoutes = (deps: MediaDeps) =>
  routes({
    'POST /api/admin/media': async (_request, { upload, staff, address }) =>
      presentMedia(await keepPicture(deps, { path: upload.path, alt: '', staffId: staff.id, address })),
  })
