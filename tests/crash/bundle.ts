import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export const root = join(__dirname, '../..')

const ENTRIES = {
  worker: 'tests/crash/worker/main.ts',
  publisher: 'tests/crash/worker/publisher.ts',
  sandbox: 'server/wechat/sandbox/standalone.ts',
}

export type Program = keyof typeof ENTRIES

/** One folder a process: two test files that run side by side must not write over each other's programs. */
const folder = join(root, 'node_modules/.cache/crash', String(process.pid))

let built: Promise<void> | null = null

/** The programs of a run, bundled as the product's own are: what is killed is what runs elsewhere. */
export async function bundled(program: Program): Promise<string> {
  mkdirSync(folder, { recursive: true })
  built ??= build({
    absWorkingDir: root,
    entryPoints: Object.entries(ENTRIES).map(([out, file]) => ({ in: file, out })),
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: true,
    logLevel: 'error',
  }).then(() => undefined)
  await built
  return join(folder, `${program}.js`)
}
