import { newToken } from '../../kernel/ids'

/** Argon2id with the library's defaults: 19 MiB, 2 passes, as OWASP's password storage cheat sheet asks for. */
export async function hashPassword(password: string): Promise<string> {
  const { hash } = await import('@node-rs/argon2')
  return hash(password)
}

let stranger: Promise<string> | null = null

/**
 * Whether a password is right. Without an account the same work is done on a hash that nothing matches, so that the
 * time taken does not tell whether the account exists.
 */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  const { verify } = await import('@node-rs/argon2')
  stranger ??= hashPassword(newToken())
  const matches = await verify(passwordHash ?? (await stranger), password)
  return passwordHash !== null && matches
}
