import type { TemplateKind } from '../../../shared/domain/topics'

/**
 * What the stand-in is called when nothing else is configured. They guard nothing: the stand-in is never mounted beside
 * a real AppID.
 */
export const SANDBOX_APPID = 'wxsandbox000000001'
export const SANDBOX_SECRET = 'sandbox-secret-of-the-built-in-stand-in'
export const SANDBOX_PUSH_TOKEN = 'sandboxPushToken'
/** 43 characters of base64, as WeChat's console makes them. */
export const SANDBOX_ENCODING_AES_KEY = 'sandboxSandboxSandboxSandboxSandboxSandbox0'

export const SANDBOX_TEMPLATE_IDS: Record<TemplateKind, string> = {
  preview: 'sandbox-preview-0001',
  reminder: 'sandbox-reminder-0001',
  change: 'sandbox-change-0001',
}

/** Where the stand-in of WeChat's API is found below the server's address; append it for `WECHAT_API_BASE`. */
export const SANDBOX_WECHAT_PATH = '/sandbox/wechat'
export const SANDBOX_CONTROL_PATH = '/sandbox/api'

/** The mini-program's pages: a notice that opens another one is refused with 41030. */
export const SANDBOX_PAGES: readonly string[] = [
  'pages/home/index',
  'pages/news/index',
  'pages/channel/index',
  'pages/article/index',
  'pages/alerts/index',
  'pages/contact/index',
  'pages/binding/index',
]

/** Templates that the account has besides those in use, to choose from. */
export const SANDBOX_SPARE_TEMPLATES = [
  {
    id: 'sandbox-spare-0001',
    title: '活动报名提醒',
    fields: [
      { key: 'thing1', label: '活动主题' },
      { key: 'time4', label: '活动时间' },
      { key: 'thing6', label: '活动地点' },
      { key: 'phone_number8', label: '咨询电话' },
    ],
  },
  {
    id: 'sandbox-spare-0002',
    title: '政务服务进度',
    fields: [{ key: 'thing1', label: '事项' }],
    longTerm: true,
  },
]
