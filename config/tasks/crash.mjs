/**
 * `npm run test:crash -- --kills N --recipients M --seed S --db sqlite|mariadb --workers W`: worker processes are killed
 * while a notice goes out, and one JSON line says what became of everyone. `--fault NAME` strikes otherwise, `--bug NAME`
 * plants a fault that must be caught, `--list` names both. MariaDB is looked for at `TEST_MYSQL_URL`.
 */
import { ensureDependencies } from './dependencies.mjs'
import { follow } from './process.mjs'

await ensureDependencies()
process.exitCode = await follow(process.execPath, ['--import', 'tsx', 'tests/crash/cli.ts', ...process.argv.slice(2)])
