export default definePageConfig({
  navigationBarTitleText: '活动提醒',
  enablePullDownRefresh: true,
})
