import { readFileSync, rmSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join } from 'node:path'
import { root } from './process.mjs'

/**
 * Packages that are put into the bundle instead of staying in `node_modules`. `ical-generator` is small and plain
 * JavaScript, but an installation of it brings along packages for dates that it merely tolerates (10 MB).
 */
const BUNDLED = ['ical-generator']

const PROGRAMS = [
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
]

/** Leaves packages where they are, and refuses one that `npm ci --omit=dev` would not install. */
const packagesStay = {
  name: 'packages-stay',
  setup({ onResolve }) {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point') return undefined
      const [scope, name] = path.split('/')
      const owner = scope.startsWith('@') ? `${scope}/${name}` : scope
      if (BUNDLED.includes(owner)) return undefined
      if (isBuiltin(path) || owner in dependencies) return { path, external: true }
      return { errors: [{ text: `${importer}: ${owner} is not among the dependencies of package.json` }] }
    })
  },
}

/** Bundles the server's own code for Node 20. Resolves with an exit code. */
export async function buildServer() {
  const { build } = await import('esbuild')
  const outdir = join(root, 'dist/server')
  rmSync(outdir, { recursive: true, force: true })
  try {
    await build({
      absWorkingDir: root,
      entryPoints: PROGRAMS.map((name) => `server/main/${name}.ts`),
      outdir,
      bundle: true,
      plugins: [packagesStay],
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
