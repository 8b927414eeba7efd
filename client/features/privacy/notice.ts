/** The privacy notice in words, apart from the lists of what is kept. `PRIVACY_VERSION` is the version of this text. */
export const PROMISES: readonly string[] = [
  '浏览全部内容无需登录，不收集姓名、手机号和头像。',
  '只有在读取您的提醒或数据的页面（活动详情、提醒、收到的通知、隐私说明、工作人员绑定），才会通过微信登录。',
  '信息只用于发送您选择的通知，不出售，不用于广告，除通过微信发送通知外不提供给他人。',
]

export const RIGHTS: readonly string[] = [
  '您可以随时关闭提醒、撤回同意、导出或清除全部数据，也可以联系协会更正信息或投诉。',
  '您在微信中取消授权后，服务器上的数据同样会被清除。',
]

export const WITHDRAWING =
  '撤回后，全部提醒会关闭，尚未发出的通知不再发送，工作人员的微信绑定同时解除。剩余次数和收到过的通知仍然保留，浏览内容不受影响；以后可以重新同意并开启提醒。'

export const ERASING =
  '清除后，服务器上与您有关的记录全部删除，尚未发出的通知不再发送，剩余提醒次数作废；手机上的收藏、阅读和搜索记录也一并删除。清除后无法恢复。'
