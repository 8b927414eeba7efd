/** What staff did, in words; the log keeps the codes. */
export const AUDIT_ACTIONS: Record<string, string> = {
  'article.create': '新建文章',
  'article.save': '保存文章',
  'article.publish': '发布文章',
  'article.schedule': '设定定时发布',
  'article.unschedule': '取消定时发布',
  'article.withdraw': '撤回文章',
  'article.restore': '恢复历史版本',
  'delivery.settle': '认定送达结果',
  'media.keep': '上传图片',
  'media.describe': '修改图片说明',
  'media.remove': '删除图片',
  'notice.decide': '发出通知',
  'notice.plan': '安排通知',
  'notice.pause': '暂停通知',
  'notice.resume': '继续通知',
  'notice.cancel': '取消通知',
  'notice.follow_up': '补发通知',
  'setting.change': '修改设置',
  'staff.setup': '创建首位管理员',
  'staff.login': '登录',
  'staff.logout': '退出登录',
  'staff.invite': '邀请工作人员',
  'staff.uninvite': '撤回邀请',
  'staff.join': '接受邀请',
  'staff.role': '更换角色',
  'staff.disable': '停用账号',
  'staff.enable': '恢复账号',
  'staff.reset': '生成重置密码链接',
  'staff.password': '修改密码',
  'staff.sessions_end': '结束登录',
}

export const AUDIT_SUBJECT_NAMES: Record<string, string> = {
  article: '文章',
  notice: '通知',
  delivery: '送达记录',
  media: '图片',
  staff: '工作人员',
  setting: '设置',
}

/** An action that has no words yet is shown by its code rather than not at all. */
export const auditActionWords = (action: string): string => AUDIT_ACTIONS[action] ?? action
