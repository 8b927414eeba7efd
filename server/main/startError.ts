/** Why the program cannot start, in one line that names what to do; nothing else is printed. */
export class StartError extends Error {
  override readonly name = 'StartError'

  constructor(
    readonly lines: string[],
    options?: { cause: unknown },
  ) {
    super(lines.join('\n'), options)
  }
}

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? codeOf(error.cause) : ''
}

const withoutPassword = (url: string): string => url.replace(/(:\/\/[^:/@]*:)[^@/]*@/, '$1***@')

export const portProblem = (port: number, error: unknown): StartError => {
  const code = codeOf(error)
  const reason =
    code === 'EADDRINUSE'
      ? `端口 ${port} 已被占用，请关闭占用它的程序，或设置 PORT 换一个端口。 / Port ${port} is taken: stop what uses it, or set PORT.`
      : `无法监听端口 ${port}（${code}）。 / Cannot listen on port ${port} (${code}).`
  return new StartError([reason], { cause: error })
}

export const databaseProblem = (url: string, error: unknown): StartError => {
  const name = withoutPassword(url)
  const reason = codeOf(error) || (error instanceof Error ? error.message : String(error))
  return new StartError(
    [
      `无法打开数据库 ${name}（${reason}），请检查 DATABASE_URL。 / Cannot open the database ${name} (${reason}): check DATABASE_URL.`,
    ],
    { cause: error },
  )
}

/** Said at the start, when the photo of the contact card is looked for: the first that is asked of the storage. */
export const storageProblem = (error: Error & { details?: { cause?: unknown } }): StartError => {
  const { cause } = error.details ?? {}
  const reason = codeOf(cause) || (cause instanceof Error ? cause.message : String(cause))
  return new StartError(
    [
      `无法访问图片的对象存储（${reason}），请检查 UPLOADS_URL、UPLOADS_ACCESS_KEY 和 UPLOADS_SECRET_KEY。 / Cannot reach the bucket of pictures (${reason}): check UPLOADS_URL, UPLOADS_ACCESS_KEY and UPLOADS_SECRET_KEY.`,
    ],
    { cause: error },
  )
}

export const folderProblem = (variable: string, folder: string, error: unknown): StartError => {
  const code = codeOf(error)
  return new StartError(
    [
      `文件夹 ${folder} 不可写（${code}），请检查权限或 ${variable}。 / The folder ${folder} cannot be written (${code}): check its permissions or ${variable}.`,
    ],
    { cause: error },
  )
}

/** Prints what is known of a failed start and ends the process with 1. */
export function failStart(error: unknown): never {
  const lines =
    error instanceof StartError
      ? error.lines
      : [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exit(1)
}
