const format = new Intl.NumberFormat('zh-CN')

/** `13,049` */
export const count = (value: number): string => format.format(value)
