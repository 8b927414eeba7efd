/** Words for one field's problem. `{limit}`, `{length}` and `{type}` are filled in. */
export const FIELD_ERRORS = {
  required: { zh: '请填写此项。', en: 'This is required.' },
  unknown_field: { zh: '不支持的字段。', en: 'This field is not known.' },
  wrong_type: { zh: '填写的类型不正确。', en: 'This has the wrong type.' },
  invalid: { zh: '填写的格式不正确。', en: 'This is not valid.' },
  too_short: { zh: '至少需要 {limit} 个字符。', en: 'At least {limit} characters.' },
  too_long: { zh: '不能超过 {limit} 个字符。', en: 'At most {limit} characters.' },
  too_small: { zh: '不能小于 {limit}。', en: 'At least {limit}.' },
  too_big: { zh: '不能大于 {limit}。', en: 'At most {limit}.' },
  event_required: { zh: '活动预告需要填写活动时间和地点。', en: 'An event needs its time and venue.' },
  event_not_allowed: { zh: '只有“活动预告”栏目可以填写活动信息。', en: 'This channel does not hold events.' },
  channel_is_group: { zh: '请选择具体的栏目。', en: 'Choose a channel within this group.' },
  ends_before_start: { zh: '结束时间必须晚于开始时间。', en: 'The end must be after the start.' },
  deadline_after_end: { zh: '报名截止时间不能晚于活动结束时间。', en: 'The deadline must not be after the end.' },
  body_empty: { zh: '请填写正文。', en: 'The text is empty.' },
  withdraw_past: { zh: '撤回时间已经过去，请选择以后的时间。', en: 'This moment is past; choose a later one.' },
  withdraw_before_publish: {
    zh: '撤回时间必须晚于发布时间。',
    en: 'It must be withdrawn after it is published.',
  },
  field_empty: { zh: '此项不能为空，微信会拒绝发送。', en: 'WeChat refuses an empty value.' },
  field_control_character: { zh: '不能包含换行或控制字符。', en: 'No line breaks or control characters.' },
  field_too_long: { zh: '最多 {limit} 个字，现有 {length} 个。', en: 'At most {limit} characters, now {length}.' },
  field_source: {
    zh: '这一类字段填不下这项内容，请换一项或改用固定文字。',
    en: 'This kind of field does not take that.',
  },
  field_type_unknown: { zh: '本系统不支持这种字段，请选择别的模板。', en: 'This kind of field is not supported.' },
  field_format: { zh: '格式不符合微信“{type}”类型的要求。', en: 'Not a value of WeChat’s “{type}” type.' },
} as const

export type FieldErrorCode = keyof typeof FIELD_ERRORS
