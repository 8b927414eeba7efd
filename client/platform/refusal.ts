/** Why the phone did not do something, in words, and whether WeChat's settings can mend it. */
export interface Refusal {
  words: string
  settings: boolean
}

export const TOO_OLD: Refusal = { words: '微信版本过低，请更新微信后再试。', settings: false }

const read = (failure: unknown): { errno: number; text: string } => {
  if (typeof failure !== 'object' || failure === null) return { errno: 0, text: '' }
  const said: { errno?: unknown; errCode?: unknown; errMsg?: unknown } = failure
  return { errno: Number(said.errno ?? said.errCode ?? 0), text: String(said.errMsg ?? '') }
}

/**
 * Words for a failed `wx.addPhoneCalendar` or `wx.addPhoneContact`. 103, 104 and 112 are WeChat's common errors of
 * permission: refused by the member, privacy notice not agreed to, not declared in the privacy guide.
 * `what` names the thing, such as `日历`.
 */
export function refusalOf(failure: unknown, what: string): Refusal {
  const { errno, text } = read(failure)
  if (errno === 104 || /privacy permission/.test(text)) {
    return { words: '需要先同意隐私保护指引。请稍等十秒，再点一次并选择同意。', settings: false }
  }
  if (errno === 112 || /privacy agreement|api scope/.test(text)) {
    return { words: `小程序还没有获准使用手机${what}，请联系协会办公室。`, settings: false }
  }
  if (errno === 103 || /auth\s*den/.test(text)) {
    return { words: `您没有允许使用手机${what}。可在设置中打开后再试。`, settings: true }
  }
  if (/cancel/.test(text)) return { words: '已取消，没有添加。', settings: false }
  if (/permission|system/.test(text)) {
    return { words: `手机没有允许微信使用${what}，请在手机的系统设置中打开。`, settings: false }
  }
  return { words: '没有添加成功，请稍后再试。', settings: false }
}
