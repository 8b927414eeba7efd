/** `npm run two-step:off -- <login>`: turns the second step of one account off, whose phone and codes are lost. */
import { runProgram } from './program.mjs'

await runProgram('twoStepOff')
