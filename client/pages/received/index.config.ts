export default definePageConfig({
  navigationBarTitleText: '收到的通知',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
