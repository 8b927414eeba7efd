/** `npm run import -- PATH…`: takes pages of an old site over; without `--apply` it only says what it would do. */
import { runProgram } from './program.mjs'

await runProgram('importPages')
