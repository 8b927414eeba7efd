/** `npm run build [target …]`: everything, or the named targets, where older than their sources. */
import { ensureDependencies } from './dependencies.mjs'

await ensureDependencies()
const { ALL_TARGETS, ensureBuilt } = await import('./builds.mjs')
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !ALL_TARGETS.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`没有这个构建目标 No such target: ${unknown.join(', ')} (${ALL_TARGETS.join(', ')})\n`)
  process.exit(2)
}
try {
  await ensureBuilt(asked.length > 0 ? asked : ALL_TARGETS)
} catch (error) {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
