/** In WeChat its own share button hands an article on; a web address of it is not offered. */
export const SHARES_ADDRESS = false

export const copyAddress = (_path: string): void => undefined

export const shareAddress = (_title: string, _path: string): void => undefined
