/**
 * What stays on the phone and is not sent to anybody, for the privacy page. A test compares the keys with what the app
 * really keeps.
 */
export interface PhoneData {
  title: string
  what: string
  /** How the storage names it: a key, or the beginning of several. */
  keys: readonly string[]
}

export const PHONE_DATA: readonly PhoneData[] = [
  { title: '登录凭证', what: '证明您已登录，只在读取您的提醒和数据时使用。', keys: ['session:'] },
  {
    title: '未提交的订阅选择',
    what: '断网时先记在手机上，联网后提交并删除；另记当天是否提示过增加次数。',
    keys: ['alerts:'],
  },
  { title: '收藏和阅读记录', what: '您收藏和读过的文章，可随时删除。', keys: ['favourites', 'articles:'] },
  { title: '看过的活动安排', what: '您上次看到的时间和地点，用来提示活动有变更。', keys: ['events:'] },
  { title: '页面内容', what: '最近打开的页面，断网时仍可阅读；存满后自动删去最早的。', keys: ['read:'] },
  { title: '搜索记录', what: '最近 10 次搜索，可在搜索页删除。', keys: ['search:'] },
  {
    title: '显示设置',
    what: '您选择的文字大小和深浅外观；首页的添加提示是否已显示过，只显示一次。',
    keys: ['settings', 'home:guide'],
  },
]
