import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './process.mjs'

/** Bundles the server's own code for Node 20; packages stay in `node_modules`. Resolves with an exit code. */
export async function buildServer() {
  const { build } = await import('esbuild')
  const outdir = join(root, 'dist/server')
  rmSync(outdir, { recursive: true, force: true })
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [
        'web',
        'worker',
        'migrate',
        'reindex',
        'auditCheck',
        'backup',
        'restore',
        'importPages',
        'exportArchive',
        'twoStepOff',
        'uploadsCopy',
        'doctor',
      ].map((name) => `server/main/${name}.ts`),
      outdir,
      bundle: true,
      packages: 'external',
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      sourcemap: true,
      logLevel: 'warning',
    })
    return 0
  } catch {
    return 1
  }
}
