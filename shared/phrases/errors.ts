import { ACCOUNT_ERRORS } from './accountErrors'
import { BACKUP_ERRORS } from './backupErrors'
import { BINDING_ERRORS } from './bindingErrors'
import type { ErrorPhrase } from './errorPhrase'
import { MOVE_IN_ERRORS } from './moveIn'

export type { ErrorPhrase } from './errorPhrase'

/** Every error code with its HTTP status and its words. The server throws codes; the words live here. */
export const ERRORS = {
  request_invalid: { status: 400, zh: '填写的内容有误，请检查标出的项目。', en: 'Some values are not valid.' },
  request_malformed: { status: 400, zh: '请求的格式不正确。', en: 'The request could not be read.' },
  request_too_large: { status: 413, zh: '提交的内容过大。', en: 'The request is too large.' },
  request_media_type: { status: 415, zh: '不支持的内容类型。', en: 'This content type is not supported.' },
  cursor_invalid: { status: 400, zh: '列表位置已失效，请重新打开列表。', en: 'The cursor is not valid.' },
  route_not_found: { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  page_not_found: {
    status: 404,
    zh: '没有找到这个页面，地址可能有误。',
    en: 'There is no page at this address.',
  },
  article_withdrawn: {
    status: 410,
    zh: '文章已由发布者撤回，不再提供。',
    en: 'This article was taken back.',
  },
  method_not_allowed: { status: 405, zh: '不支持的操作。', en: 'This method is not supported here.' },
  origin_refused: { status: 403, zh: '请求来自其他网站，已被拒绝。', en: 'Requests from other sites are refused.' },
  session_required: { status: 401, zh: '请先登录。', en: 'Please log in.' },
  role_forbidden: { status: 403, zh: '您的角色没有这项权限。', en: 'Your role may not do this.' },
  ...ACCOUNT_ERRORS,
  ...MOVE_IN_ERRORS,
  ...BACKUP_ERRORS,
  ...BINDING_ERRORS,
  too_many_requests: { status: 429, zh: '操作过于频繁，请稍后再试。', en: 'Too many requests; try again later.' },
  login_code_invalid: {
    status: 400,
    zh: '微信登录凭证无效，请重新打开小程序。',
    en: 'The WeChat login code is not valid.',
  },
  login_refused: {
    status: 403,
    zh: '微信判定该账号存在风险，暂时无法登录；仍可浏览全部内容。',
    en: 'WeChat refused this account.',
  },
  wechat_busy: { status: 503, zh: '微信服务繁忙，请稍后再试。', en: 'WeChat is busy; try again later.' },
  wechat_unavailable: { status: 502, zh: '暂时无法连接微信服务，请稍后再试。', en: 'WeChat could not be reached.' },
  channel_not_found: { status: 404, zh: '没有找到这个栏目。', en: 'There is no such channel.' },
  channels_differ: {
    status: 409,
    zh: '栏目与配置文件中的不一致，可能刚刚有变动。请刷新页面后再修改。',
    en: 'These are not the channels of the configuration; reload and try again.',
  },
  channels_none_visible: {
    status: 422,
    zh: '至少要保留一个会员能看到的栏目。',
    en: 'At least one channel has to be visible.',
  },
  channels_same_name: {
    status: 422,
    zh: '有两个栏目的名称相同，请改成不同的名称。',
    en: 'Two channels have one name.',
  },
  article_not_found: { status: 404, zh: '文章不存在或已撤回。', en: 'This article does not exist or was withdrawn.' },
  article_changed: {
    status: 409,
    zh: '文章已被他人保存过，您的修改尚未保存。请核对后再保存。',
    en: 'Somebody saved this article in between; your change is not saved.',
  },
  article_binned: {
    status: 409,
    zh: '文章已删除，现在在回收站中。恢复之后才能继续编辑或发布。',
    en: 'This article is in the bin; restore it first.',
  },
  article_notice_open: {
    status: 409,
    zh: '这篇文章的通知正在发送。请等发送结束，或先取消通知，再删除文章。',
    en: 'A notice of this article is under way; wait for its end or cancel it first.',
  },
  article_needs_review: {
    status: 409,
    zh: '本会要求发布须经他人审核。这篇文章最后由您修改，请提交审核，由其他编辑批准后再发布。',
    en: 'You wrote this last; somebody else has to approve it before it is published.',
  },
  review_changed: {
    status: 409,
    zh: '这篇文章的审核状态刚刚有变动，请看过最新情况后再操作。',
    en: 'Somebody was faster: how this article stands in review has changed.',
  },
  review_own: {
    status: 409,
    zh: '本会要求发布须经他人审核，不能批准自己最后修改的文章。',
    en: 'You wrote this last; somebody else has to approve it.',
  },
  revision_not_found: {
    status: 404,
    zh: '没有找到这个历史版本，可能已超出保留数量。',
    en: 'There is no such revision; it may have been pruned.',
  },
  article_published: { status: 409, zh: '文章已经发布。', en: 'This article is published already.' },
  article_not_published: { status: 409, zh: '文章尚未发布。', en: 'This article is not published.' },
  media_not_found: { status: 404, zh: '没有找到这张图片，请重新上传。', en: 'There is no such picture.' },
  media_is_cut: {
    status: 409,
    zh: '这是裁剪出来的封面，请从原图重新裁剪。',
    en: 'This picture is a cut itself; cut its original.',
  },
  media_missing: { status: 400, zh: '请选择要上传的文件。', en: 'No file was sent.' },
  media_type: {
    status: 415,
    zh: '仅支持 JPEG、PNG、WebP、GIF 图片。',
    en: 'Only JPEG, PNG, WebP and GIF pictures are taken.',
  },
  media_heic: {
    status: 415,
    zh: '这是 HEIC 格式的照片（苹果手机常用），请先另存为 JPEG；也可以在手机“设置 › 相机 › 格式”中选“兼容性最佳”后再拍。',
    en: 'This is a HEIC photo, as iPhones take them: save it as JPEG first, or choose “Most compatible” in Settings › Camera › Formats.',
  },
  media_broken: { status: 422, zh: '图片已损坏或不完整，无法读取。', en: 'The picture is damaged.' },
  media_too_large: { status: 413, zh: '文件不能超过 20 MB。', en: 'A file may have at most 20 MB.' },
  media_too_many_pixels: {
    status: 422,
    zh: '图片尺寸过大，请缩小到 5000 万像素以内。',
    en: 'The picture has too many pixels.',
  },
  export_too_long: {
    status: 422,
    zh: '记录超过 10000 条，Excel 表格放不下。请缩小范围，或导出 CSV。',
    en: 'These are more than 10,000 rows: narrow them down, or export CSV.',
  },
  links_busy: {
    status: 503,
    zh: '正在检查的链接较多，请稍后再试。',
    en: 'Too many links are being checked; try again later.',
  },
  media_busy: {
    status: 503,
    zh: '正在处理的图片较多，请稍候再传。',
    en: 'Too many pictures are being worked on; try again in a moment.',
  },
  preview_closed: {
    status: 404,
    zh: '这个预览链接已经到期或被收回，请向同事要一个新的。',
    en: 'This preview link has ended.',
  },
  previews_many: {
    status: 409,
    zh: '这篇文章已有 10 个有效的预览链接，请先收回不用的。',
    en: 'This article has ten preview links; close one first.',
  },
  attachment_type: {
    status: 415,
    zh: '附件仅支持 PDF、Word、Excel、PPT 和 zip 文件。',
    en: 'Only PDF, Word, Excel, PowerPoint and zip files can be attached.',
  },
  attachment_unsafe: {
    status: 422,
    zh: '文件带有宏或可执行的内容，不能作为附件。请另存为不带宏的文件后再传。',
    en: 'The file holds macros or programs and cannot be attached.',
  },
  picture_address_refused: {
    status: 422,
    zh: '这张图片的地址不在公开的互联网上，服务器不能去取。',
    en: 'The address of the picture is not on the open internet.',
  },
  picture_unreachable: {
    status: 422,
    zh: '没有取到这张图片：对方网站没有回应，或不允许取用。',
    en: 'The picture could not be fetched.',
  },
  media_in_history: {
    status: 409,
    zh: '文章的历史版本用到这张图片。删除后，恢复那些版本时图片将显示不出来。',
    en: 'Earlier versions of articles show this picture; restored ones would miss it.',
  },
  media_used: {
    status: 409,
    zh: '图片正被文章或联系方式使用，不能删除。请先更换或移除。',
    en: 'An article or the contact card shows this picture; take it out first.',
  },
  consent_version: {
    status: 409,
    zh: '隐私说明已经更新，请重新打开页面阅读后再确认。',
    en: 'The privacy notice has changed; read it again.',
  },
  session_key_missing: {
    status: 409,
    zh: '登录信息需要更新，请重新打开小程序后再试。',
    en: 'No WeChat session key is kept for this login; log in again.',
  },
  template_unknown: { status: 400, zh: '订阅模板不存在，请重新打开小程序。', en: 'There is no such template.' },
  template_gone: {
    status: 422,
    zh: '微信账号中已没有这个模板，请刷新列表后重新选择。',
    en: 'The WeChat account has no such template any more.',
  },
  template_long_term: {
    status: 422,
    zh: '这是长期订阅模板，不能与一次性订阅模板同时使用，请选择一次性订阅的模板。',
    en: 'Long-term templates cannot be used here.',
  },
  template_taken: {
    status: 409,
    zh: '这个模板已用于另一种通知，请为每种通知选择不同的模板。',
    en: 'Another kind of notice uses this template.',
  },
  template_fields_differ: {
    status: 422,
    zh: '模板的字段与微信中的不一致，请刷新列表后重新填写。',
    en: 'These are not the fields that the template has.',
  },
  template_waits: {
    status: 409,
    zh: '有文章设定了定时发布并附带通知，内容按现在的模板写好。请先取消定时，更换模板后重新设定。',
    en: 'An article waits to be published with a notice in this template’s words.',
  },
  notice_not_found: { status: 404, zh: '没有找到这条通知。', en: 'There is no such notice.' },
  notice_exists: {
    status: 409,
    zh: '这场活动的同一通知已经发出过，不会重复发送。',
    en: 'This was told of the event already.',
  },
  notice_needs_event: { status: 422, zh: '只有活动预告可以通知订阅者。', en: 'Only events can be announced.' },
  notice_move: {
    status: 409,
    zh: '通知当前的状态不允许这项操作。',
    en: 'The notice is not in a state that allows this.',
  },
  notice_event_over: { status: 409, zh: '活动已经结束，不能再发送这类通知。', en: 'The event is over.' },
  notice_event_cancelled: { status: 409, zh: '活动已取消，只能发送取消通知。', en: 'The event is cancelled.' },
  notice_event_not_cancelled: {
    status: 409,
    zh: '活动没有取消，请先在文章中将活动设为“已取消”。',
    en: 'The event is not cancelled.',
  },
  notice_nobody: { status: 409, zh: '目前没有会员能收到这条通知，没有发送。', en: 'Nobody could get this notice.' },
  delivery_not_found: { status: 404, zh: '没有找到这条送达记录。', en: 'There is no such delivery.' },
  delivery_move: {
    status: 409,
    zh: '这条送达记录的结果已经确定，不能再更改。',
    en: 'This delivery is settled already.',
  },
  article_not_scheduled: { status: 409, zh: '文章没有设定定时发布。', en: 'No publication is set for later.' },
  pins_changed: {
    status: 409,
    zh: '置顶的文章刚刚有变动，顺序没有保存，请按现在的样子重新排。',
    en: 'The pinned articles have just changed; the order was not kept. Put them in order as they are now.',
  },
  withdraw_missed: {
    status: 409,
    zh: '撤回时间已过，文章没有发布。',
    en: 'It was to be withdrawn before it could be published, and was not published.',
  },
  time_past: { status: 422, zh: '设定的时间已经过去，请重新选择。', en: 'The time is in the past.' },
  storage_full: { status: 507, zh: '服务器存储空间不足，内容尚未保存。', en: 'The server has no space left.' },
  storage_unavailable: {
    status: 503,
    zh: '图片存储暂时无法访问，请稍后再试。',
    en: 'The storage of pictures cannot be reached; try again later.',
  },
  unavailable: {
    status: 503,
    zh: '服务暂时不可用，请稍后再试。',
    en: 'The service is not available; try again later.',
  },
  internal: { status: 500, zh: '服务器出现错误，请稍后再试。', en: 'Something went wrong on the server.' },
} as const satisfies Record<string, ErrorPhrase>

export type ErrorCode = keyof typeof ERRORS

export const isErrorCode = (value: string): value is ErrorCode => Object.hasOwn(ERRORS, value)
