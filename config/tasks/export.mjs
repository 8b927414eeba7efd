/** `npm run export -- FILE.zip`: writes all articles and pictures as one archive, which `npm run import` reads. */
import { runProgram } from './program.mjs'

await runProgram('exportArchive')
