/** What has to happen once when the app starts. WeChat needs nothing. */
export const startPlatform = (): void => undefined
