/** `npm run migrate`: brings the database that the environment names to the newest schema. */
import { runProgram } from './program.mjs'

await runProgram('migrate')
