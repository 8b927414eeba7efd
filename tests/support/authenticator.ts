import { Secret, TOTP } from 'otpauth'
import type { StaffBrowser } from './staff'

/** An authenticator app that holds one secret; `steps` asks for the code of so many half minutes later. */
export interface Authenticator {
  code(steps?: number): string
}

export function openAuthenticator(secret: string, clock: { now(): number }): Authenticator {
  const app = new TOTP({ secret: Secret.fromBase32(secret) })
  return { code: (steps = 0) => app.generate({ timestamp: clock.now() + steps * 30_000 }) }
}

/** Sets the second step up for whoever is at this browser. */
export async function enrol(
  browser: StaffBrowser,
  password: string,
  clock: { now(): number },
): Promise<{ app: Authenticator; recoveryCodes: string[]; secret: string }> {
  const begun = await browser.call<{ secret: string }>('POST', '/api/admin/me/two-step', { json: { password } })
  const app = openAuthenticator(begun.body.secret, clock)
  const on = await browser.call<{ recoveryCodes: string[] }>('POST', '/api/admin/me/two-step/confirm', {
    json: { code: app.code() },
  })
  if (on.status !== 200) throw new Error(`not enrolled: ${JSON.stringify(on.body)}`)
  return { app, recoveryCodes: on.body.recoveryCodes, secret: begun.body.secret }
}
