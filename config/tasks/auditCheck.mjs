/** `npm run audit:check`: says whether an entry of the audit log was removed or changed; exit code 1 when one was. */
import { runProgram } from './program.mjs'

await runProgram('auditCheck')
