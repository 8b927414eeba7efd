/**
 * `npm run test:crash -- --kills N --recipients M --seed S --db sqlite|mariadb --workers W [--fault NAME] [--bug NAME]`:
 * one JSON line. Exit code 0: the promise held; 1: it was broken; 2: the run shows nothing, or a bad option.
 */
import { FAULTS, faultNames } from './faults'
import { killingRun } from './killing'
import { BadOption, readOptions } from './options'
import { PLANTED } from './planted'
import { BUGS } from './worker/orders'

const say = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

async function main(): Promise<number> {
  const { options, fault, list } = readOptions(process.argv.slice(2), faultNames)
  if (list) {
    say({ faults: faultNames, bugs: BUGS })
    return 0
  }
  if (fault !== null) {
    const result = await FAULTS[fault]?.(options)
    if (result === undefined) return 2
    say(result)
    return result.void ? 2 : result.ok ? 0 : 1
  }
  if (options.bug !== null) {
    const result = await PLANTED[options.bug](options)
    say(result)
    return result.ok ? 0 : 1
  }
  const result = await killingRun(options)
  say(result)
  if (!result.ok) return 1
  return result.void ? 2 : 0
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof BadOption ? error.message : String((error as Error).stack)}\n`)
    process.exit(2)
  },
)
