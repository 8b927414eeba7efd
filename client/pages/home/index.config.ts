const web = process.env.TARO_ENV === 'h5'

export default definePageConfig({
  navigationBarBackgroundColor: web ? '#0b6e6b' : '@heroBackground',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
