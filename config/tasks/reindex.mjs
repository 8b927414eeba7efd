/** `npm run reindex`: makes the search index anew, in small steps, while servers go on answering. */
import { runProgram } from './program.mjs'

await runProgram('reindex')
