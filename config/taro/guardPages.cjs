// A webpack loader for each page: none can be without its guard (client/ui/Guard.tsx).
module.exports = function guardPages(source) {
  const [, name] = /export default function (\w+)\(/.exec(source) ?? []
  if (name === undefined) throw new Error(`${this.resourcePath} has no "export default function" to guard`)
  const page = source.replace('export default function', 'function')
  return `import { guarded as guardedPage } from '../../ui/Guard'\n${page}\nexport default guardedPage(${name})\n`
}
