/// <reference types="@tarojs/taro" />

/** Where the API is; empty in the web build, which asks the server that it came from. */
declare const API_BASE: string
declare const ORGANISATION: { name: string; shortName: string; welcome: string; motto: string }

declare module '*.scss'
declare module '*.png' {
  const address: string
  export default address
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5'
  }
}

/** The few calls of WeChat that Taro's types do not know or must not wrap. */
declare const wx: {
  requestSubscribeMessage(options: {
    tmplIds: string[]
    success: (answer: Record<string, unknown>) => void
    fail: (refusal: { errMsg: string; errCode?: number }) => void
  }): void
  getAppBaseInfo(): { fontSizeSetting?: number }
}
