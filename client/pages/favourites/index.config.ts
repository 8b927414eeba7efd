export default definePageConfig({ navigationBarTitleText: '收藏和阅读记录' })
