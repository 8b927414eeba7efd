import { checkChain } from '../features/audit/checkChain'
import { createAuditLog } from '../store/repositories/auditLog'
import { readSettings } from './settings'
import { failStart } from './startError'
import { bringUpToDate, openStore } from './store'

/** Checks the chain of the audit log; may run beside servers. Exit code 1 when it is broken. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const database = await openStore(settings.databaseUrl)
  try {
    await bringUpToDate(database, false)
    const { entries, broken, fingerprint } = await checkChain(createAuditLog(database))
    if (broken !== null) {
      process.exitCode = 1
      process.stdout.write(`操作日志不完整 The audit log is broken: ${broken.kind} #${broken.number}\n`)
      return
    }
    process.stdout.write(`操作日志完整 The audit log is whole: ${entries} ${fingerprint}\n`)
  } finally {
    await database.close()
  }
}

main().catch(failStart)
