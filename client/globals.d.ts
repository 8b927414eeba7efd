/// <reference types="@tarojs/taro" />

/** Where the API is; empty in the web build, which asks the server that it came from. */
declare const API_BASE: string
declare const ORGANISATION: { name: string; shortName: string; welcome: string; motto: string }
/** How the association is reached, for the foot of the first screen; fixed when the app is built. */
declare const OFFICE: {
  phones: { label: string; number: string }[]
  address: string
  building: string
  postalCode: string
  copyright: string
  icp: string
}
/** Of the product, as package.json names it. */
declare const VERSION: string

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
  /** From base library 2.15; `path` and `signature` from 3.7.6. */
  addPhoneCalendar?(options: {
    title: string
    startTime: number
    endTime: string
    location: string
    description: string
    alarm: boolean
    alarmOffset: number
    path?: string
    signature?: string
    success: () => void
    fail: (refusal: { errMsg: string; errno?: number }) => void
  }): void
  addPhoneContact(options: {
    firstName: string
    organization: string
    workPhoneNumber: string
    hostNumber?: string
    workAddressStreet: string
    workAddressPostalCode: string
    success: () => void
    fail: (refusal: { errMsg: string; errno?: number }) => void
  }): void
  getAppBaseInfo(): { fontSizeSetting?: number; SDKVersion?: string; theme?: string }
  /** Fetched by WeChat before the app ran, from the address that the operator named. Absent on old phones. */
  getBackgroundFetchData?(options: {
    fetchType: 'pre'
    success: (found: { fetchedData?: string; timeStamp?: number }) => void
    fail: () => void
  }): void
  onNeedPrivacyAuthorization?(
    ask: (
      resolve: (answer: { event: 'exposureAuthorization' | 'agree' | 'disagree'; buttonId?: string }) => void,
    ) => void,
  ): void
  openPrivacyContract?(options: { fail: () => void }): void
  checkIsAddedToMyMiniProgram?(options: { success: (found: { added: boolean }) => void; fail: () => void }): void
}
