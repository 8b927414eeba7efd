import { routes } from '../../http/route'
import { blocksOf, closePreview, listPreviews, makePreview, readPreview, type PreviewDeps } from './previewLinks'

/** An article as members would see it, before they do. */
export const previewRoutes = (deps: PreviewDeps) =>
  routes({
    'POST /api/admin/articles/blocks': async ({ body }) => ({ blocks: await blocksOf(deps, body.bodyHtml) }),
    'GET /api/admin/articles/{id}/previews': ({ params }) => listPreviews(deps, params.id),
    'POST /api/admin/articles/{id}/previews': ({ params }, context) => makePreview(deps, params.id, context),
    'DELETE /api/admin/articles/{id}/previews/{preview}': ({ params }, context) => closePreview(deps, params, context),
    'POST /api/previews/read': ({ body }) => readPreview(deps, body.token),
  })
