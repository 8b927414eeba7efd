import { Document } from '../../kernel/document'
import type { SiteAddresses } from './addresses'

/**
 * What search engines may read: the public pages and their pictures. The members' app shows the same articles at other
 * addresses, and would only compete with them.
 */
const CLOSED = ['/admin/', '/api/', '/preview', '/sandbox/', '/pages/']

export const robotsDocument = (addresses: SiteAddresses): Document =>
  new Document(
    ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`), '', `Sitemap: ${addresses.map}`, ''].join('\n'),
    { type: 'text/plain; charset=utf-8' },
  )
