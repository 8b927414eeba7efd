/** `npm run doctor`: whether database, storage, WeChat, clock and address are in order; exit code 1 when one is not. */
import { runProgram } from './program.mjs'

await runProgram('doctor')
