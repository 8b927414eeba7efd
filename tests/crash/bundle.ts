import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

export const root = join(__dirname, '../..')

const ENTRIES = {
  worker: 'tests/crash/worker/main.ts',
  publisher: 'tests/crash/worker/publisher.ts',
  office: 'tests/crash/worker/office.ts',
  sandbox: 'server/wechat/sandbox/standalone.ts',
}

export type Program = keyof typeof ENTRIES

/** One folder a process: two test files that run side by side must not write over each other's programs. */
const cache = join(root, 'node_modules/.cache/crash')
const folder = join(cache, String(process.pid))

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** What earlier runs have left. */
function sweep(): void {
  for (const name of readdirSync(cache)) {
    if (!isRunning(Number(name))) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

let built: Promise<void> | null = null

/** The programs of a run, bundled as the product's own are: what is killed is what runs elsewhere. */
export async function bundled(program: Program): Promise<string> {
  mkdirSync(folder, { recursive: true })
  if (built === null) sweep()
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
