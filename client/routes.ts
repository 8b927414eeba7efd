/** Every page by its name. The server writes `article` into notices and `binding` into codes: those paths must not change. */
export const PAGES = {
  home: '/pages/home/index',
  news: '/pages/news/index',
  alerts: '/pages/alerts/index',
  contact: '/pages/contact/index',
  mine: '/pages/mine/index',
  article: '/pages/article/index',
  poster: '/pages/article/poster',
  channel: '/pages/channel/index',
  search: '/pages/search/index',
  calendar: '/pages/calendar/index',
  favourites: '/pages/favourites/index',
  received: '/pages/received/index',
  about: '/pages/about/index',
  privacy: '/pages/privacy/index',
  missing: '/pages/missing/index',
  binding: '/pages/binding/index',
} as const

export const TAB_PAGES: readonly string[] = [PAGES.home, PAGES.news, PAGES.alerts, PAGES.contact, PAGES.mine]

export const articlePath = (id: string): string => `${PAGES.article}?id=${encodeURIComponent(id)}`
export const posterPath = (id: string): string => `${PAGES.poster}?id=${encodeURIComponent(id)}`
export const channelPath = (slug: string): string => `${PAGES.channel}?slug=${encodeURIComponent(slug)}`

/** Whether an address is one of a tab page, which WeChat opens by another call than the rest. */
export const isTabPath = (path: string): boolean => TAB_PAGES.includes(path.split('?')[0] ?? '')
