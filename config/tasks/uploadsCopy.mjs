/** `npm run uploads:copy`: copies pictures from a folder into a bucket or back; goes on where it was broken off. */
import { runProgram } from './program.mjs'

await runProgram('uploadsCopy')
