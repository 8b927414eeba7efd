/** Who stands behind a login code. The openid never leaves the server. */
export interface LoginProvider {
  /**
   * Exchanges a code of `wx.login`, which is good for one exchange.
   * @throws AppError login_code_invalid, login_refused, wechat_busy, wechat_unavailable
   */
  exchange(code: string): Promise<{ openid: string }>
}

export interface NewSession {
  openid: string
  tokenHash: string
  /** Milliseconds since the epoch. */
  now: number
  expiresAt: number
}

export interface Members {
  /** Finds or makes the member of this openid and keeps a session for them, all in one transaction. */
  openSession(session: NewSession): Promise<{ memberId: string }>
}
