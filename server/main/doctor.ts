import { systemClock } from '../kernel/clock'
import { examine } from './doctor/examine'
import { lineOf } from './doctor/finding'
import { failStart } from './startError'

/** `npm run doctor`: whether everything that the house stands on is in order, and what to do. Exit code 1 when it is not. */
async function main(): Promise<void> {
  const findings = await examine({ given: process.env, clock: systemClock, nodeVersion: process.versions.node })
  const count = (level: string) => findings.filter((finding) => finding.level === level).length
  process.stdout.write(`${findings.map(lineOf).join('\n')}\n`)
  const [passed, care, failed] = [count('ok'), count('care'), count('fail')]
  process.stdout.write(`通过 ok ${passed}，注意 care ${care}，失败 FAIL ${failed}\n`)
  process.exitCode = failed > 0 ? 1 : 0
}

main().catch(failStart)
