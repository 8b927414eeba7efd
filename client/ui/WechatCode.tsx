/** Within WeChat nobody has to be led there. */
export function WechatCode(_props: { articleId?: string }) {
  return null
}
