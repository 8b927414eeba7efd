export default definePageConfig({
  navigationBarTitleText: '栏目',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  onReachBottomDistance: 200,
})
