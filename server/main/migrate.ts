import { carryOutRestore } from './carryOutRestore'
import { readSettings } from './settings'
import { failStart } from './startError'
import { openStore, upgrade } from './store'

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  await carryOutRestore(settings)
  const database = await openStore(settings.databaseUrl)
  try {
    const ran = await upgrade(database, settings)
    if (ran.length > 0) process.stdout.write(`数据库已升级 The database was migrated: ${ran.length}\n`)
  } finally {
    await database.close()
  }
}

main().catch(failStart)
