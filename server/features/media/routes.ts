import { routes } from '../../http/route'
import { cutPicture } from './cutPicture'
import { createPictureImport, type ImportDeps } from './importPicture'
import { keepPicture, presentMedia } from './keepPicture'
import { describePicture, listPictures, removePicture, showPicture, type LibraryDeps } from './library'

export function mediaRoutes(deps: ImportDeps & LibraryDeps) {
  const importPicture = createPictureImport(deps)
  return routes({
    'POST /api/admin/media': async (_request, { upload, staff, address }) =>
      presentMedia(
        await keepPicture(deps, { path: upload.path, name: upload.originalName, alt: '', staffId: staff.id, address }),
      ),
    'POST /api/admin/media/import': async ({ body }, { staff, address }) =>
      presentMedia(await importPicture(body.url, { staffId: staff.id, address })),
    'GET /api/admin/media': ({ query }) => listPictures(deps, query),
    'GET /api/admin/media/{id}': ({ params }, context) => showPicture(deps, params.id, context),
    'PUT /api/admin/media/{id}': ({ params, body }, context) => describePicture(deps, { ...params, ...body }, context),
    'POST /api/admin/media/{id}/cuts': async ({ params, body }, context) =>
      presentMedia(await cutPicture(deps, { ...params, ...body }, context)),
    'DELETE /api/admin/media/{id}': ({ params, query }, context) =>
      removePicture(deps, { ...params, ...query }, context),
  })
}
