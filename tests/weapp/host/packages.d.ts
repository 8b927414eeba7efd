/** The parts of WeChat's packages that the host uses; they bring no types of their own. */
declare module 'miniprogram-compiler' {
  const compiler: {
    wxmlToJs(folder: string, options?: { maxBuffer?: number }): string
    wxssToJs(folder: string, options?: { maxBuffer?: number }): string
  }
  export default compiler
}

declare module 'miniprogram-simulate'
