/** WeChat's title bar keeps the short name of the page: an article's own title would not fit there. */
export const namePage = (_title: string): void => undefined
