import { createPeople } from '../store/repositories/staffPeople'
import { createTwoStep } from '../store/repositories/staffTwoStep'
import { readSettings } from './settings'
import { failStart } from './startError'
import { bringUpToDate, openStore } from './store'

/**
 * Turns the second step of one account off, for the last administrator whose phone and recovery codes are lost. Whoever
 * can run this can read the database; the log says that it was done on the server. Exit code 1 when there was nothing to do.
 */
async function main(): Promise<void> {
  const login = process.argv[2]?.toLowerCase() ?? ''
  const settings = readSettings(process.env)
  const database = await openStore(settings.databaseUrl)
  try {
    await bringUpToDate(database, false)
    const now = Date.now()
    const staff = (await createPeople(database).list(now)).find((row) => row.login === login)
    const audit = { at: now, staffId: null, action: 'staff.two_step_reset', address: 'server' }
    const subject = { subjectType: 'staff', subjectId: staff?.id ?? '' } as const
    if (staff !== undefined && (await createTwoStep(database).reset(staff.id, { ...audit, ...subject }))) {
      process.stdout.write(`已关闭 ${login} 的两步验证，请登录后重新启用。 The second step of ${login} is off.\n`)
      return
    }
    process.exitCode = 1
    process.stdout.write(`没有启用两步验证的账号 No account with a second step: ${login}\n`)
  } finally {
    await database.close()
  }
}

main().catch(failStart)
