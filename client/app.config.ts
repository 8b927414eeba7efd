import theme from './theme.json'

const web = process.env.TARO_ENV === 'h5'
type Token = keyof typeof theme.light

/** A themed value by name. The web build does not resolve theme variables; its dark look comes from the style sheet. */
const themed = (token: Token): string => (web ? theme.light[token] : `@${token}`)

const tab = (page: string, text: string, icon: string, active: Token) => ({
  pagePath: `pages/${page}/index`,
  text,
  iconPath: `ui/tabs/${icon}-rest.png`,
  selectedIconPath: themed(active),
})

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/news/index', 'pages/alerts/index', 'pages/contact/index', 'pages/mine/index'],
  // A first visit needs none of these; they are fetched while the member looks at the first screen.
  subPackages: [
    { root: 'pages/article', pages: ['index', 'poster'] },
    { root: 'pages/channel', pages: ['index'] },
    { root: 'pages/search', pages: ['index'] },
    { root: 'pages/calendar', pages: ['index'] },
    { root: 'pages/favourites', pages: ['index'] },
    { root: 'pages/received', pages: ['index'] },
    { root: 'pages/about', pages: ['index'] },
    { root: 'pages/privacy', pages: ['index'] },
    { root: 'pages/missing', pages: ['index'] },
    // for staff: a mini-program code on their account page opens it
    { root: 'pages/binding', pages: ['index'] },
    // for staff and their colleagues, in a browser
    ...(web ? [{ root: 'pages/preview', pages: ['index'] }] : []),
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['pages/article', 'pages/channel', 'pages/search'] },
    'pages/news/index': { network: 'all', packages: ['pages/article'] },
    'pages/alerts/index': { network: 'wifi', packages: ['pages/article', 'pages/received'] },
    'pages/mine/index': { network: 'wifi', packages: ['pages/favourites', 'pages/privacy'] },
  },
  window: {
    navigationBarTitleText: ORGANISATION.shortName,
    navigationBarBackgroundColor: themed('navBackground'),
    navigationBarTextStyle: (web ? 'black' : '@navText') as 'black',
    backgroundColor: themed('pageBackground'),
    backgroundTextStyle: (web ? 'dark' : '@pullStyle') as 'dark',
  },
  tabBar: {
    color: themed('tabText'),
    selectedColor: themed('tabActive'),
    backgroundColor: themed('tabBackground'),
    borderStyle: (web ? 'black' : '@tabBorder') as 'black',
    list: [
      tab('home', '首页', 'home', 'homeActive'),
      tab('news', '资讯', 'news', 'newsActive'),
      tab('alerts', '提醒', 'bell', 'bellActive'),
      tab('contact', '联系', 'contact', 'contactActive'),
      tab('mine', '我的', 'person', 'mineActive'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  permission: {},
})
