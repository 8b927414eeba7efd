/** Where everything of the public web stands. `base` is `PUBLIC_URL`, without a slash at its end. */
export const siteAddresses = (base: string) => ({
  home: `${base}/articles`,
  article: (id: string) => `${base}/articles/${id}`,
  articleCalendar: (id: string) => `${base}/articles/${id}/event.ics`,
  channel: (slug: string, cursor?: string) =>
    `${base}/channels/${slug}${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`,
  feed: (slug?: string) => (slug === undefined ? `${base}/feed.xml` : `${base}/channels/${slug}/feed.xml`),
  events: `${base}/events.ics`,
  /** For calendars on phones and computers, which subscribe by this scheme. */
  eventsSubscription: `${base.replace(/^https?:/, 'webcal:')}/events.ics`,
  map: `${base}/sitemap.xml`,
  mapOfPages: `${base}/sitemaps/pages.xml`,
  mapOf: (slug: string, after: string, last: string) => `${base}/sitemaps/${slug}/${after}/${last}.xml`,
  /** Of this server, such as `/uploads/…`. */
  own: (path: string) => (path.startsWith('/') ? `${base}${path}` : path),
  /** The members' app on the web. */
  members: `${base}/`,
  memberSearch: `${base}/pages/search/index`,
  memberArticle: (id: string) => `${base}/pages/article/index?id=${id}`,
  memberChannel: (slug: string) => `${base}/pages/channel/index?slug=${slug}`,
  articleCode: (id: string) => `${base}/api/articles/${id}/code`,
  mark: `${base}/web/mark-512.png`,
})

export type SiteAddresses = ReturnType<typeof siteAddresses>
