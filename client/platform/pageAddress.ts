/** Shows what a page looks at in its address. WeChat has no address bar; there a share carries the path. */
export const showAddress = (_path: string): void => undefined
