/**
 * A webpack loader: leaves out of the WeChat package what the app can never run. Every phone loads these scripts before
 * the first page, and no option of Taro's removes them. An edit that finds nothing to edit stops the build, so that a
 * new version of a package is looked at anew. See docs/decisions/024-what-the-wechat-package-leaves-out.md.
 */

const path = require('node:path')
const { componentsOf, wordsOf } = require('./thinTemplates.cjs')

/** What Taro's renderer asks of React; React decides by these flags at run time and so carries all of it. */
const RECONCILER_FLAGS = {
  supportsMutation: true,
  supportsMicrotasks: true,
  supportsPersistence: false,
  supportsHydration: false,
  supportsTestSelectors: false,
}
/** What Taro's renderer calls of React. The rest serves the web, tests and developer tools. */
const RECONCILER_USED = [
  'batchedUpdates',
  'createContainer',
  'createPortal',
  'findHostInstance',
  'flushSync',
  'getPublicRootInstance',
  'runWithPriority',
  'updateContainer',
]

const CLIENT = path.resolve(__dirname, '../../client')
const words = wordsOf(CLIENT)
const used = componentsOf(CLIENT)

/** The names of calls that WeChat answers by callback, less those that no line of the app names. */
const callsUsed = [
  /(const needPromiseApis = new Set\(\[)([\s\S]*?)(\]\))/,
  (_whole, before, names, after) =>
    before +
    [...names.matchAll(/'(\w+)'/g)].filter(([, name]) => words.has(name.toLowerCase())).map(([quoted]) => quoted) +
    after,
]
/** An element that no page has keeps its place, by which the others are numbered, and loses its attributes. */
const without = (whole, before, name, after) => (used.has(name) ? whole : `${before}${name}${after}`)

const EDITS = {
  'react-reconciler/cjs/react-reconciler.production.min.js': [
    ...Object.entries(RECONCILER_FLAGS).map(([flag, value]) => [
      new RegExp(`\\$\\$\\$hostConfig\\.${flag}\\b`, 'g'),
      `${value}`,
    ]),
    [/\bexports\.(\w+)=(?!=)/g, (whole, name) => (RECONCILER_USED.includes(name) ? whole : `var unused$${name}=`)],
  ],
  '@tarojs/shared/dist/native-apis.js': [callsUsed],
  '@tarojs/plugin-platform-weapp/dist/runtime.js': [
    callsUsed,
    [/^( {4})([A-Z]\w+): \{\n[\s\S]*?^ {4}\}/gm, (whole, space, name) => without(whole, space, name, ': {}')],
  ],
  '@tarojs/shared/dist/components.js': [
    [
      /^(const )([A-Z][a-z]\w*) = (?:\{\n[\s\S]*?\n\}|Object\.assign\([\s\S]*?\));$/gm,
      (whole, start, name) => without(whole, start, name, ' = {};'),
    ],
  ],
  // Taken whole, the runtime cannot be shaken.
  '@tarojs/taro/index.js': [
    ["const { hooks } = require('@tarojs/runtime')", "const hooks = require('@tarojs/runtime').hooks"],
  ],
  // Addresses of a browser: nobody asks for them in WeChat, but Taro tells them of every page.
  '@tarojs/runtime/dist/bom/location.js': [
    [/^[\s\S]+$/, "import { Events } from '@tarojs/shared'\nexport class Location extends Events {}"],
  ],
  '@tarojs/runtime/dist/bom/history.js': [
    [/^[\s\S]+$/, "import { Events } from '@tarojs/shared'\nexport class History extends Events {}"],
  ],
  '@tarojs/runtime/dist/bom/URL.js': [
    [/^[\s\S]+$/, 'export class TaroURLProvider {}\nexport const parseUrl = () => ({})'],
  ],
  // `dangerouslySetInnerHTML` needs a parser of HTML. Members get blocks, never HTML.
  '@tarojs/runtime/dist/dom-external/inner-html/html.js': [
    [/^[\s\S]+$/, 'export const setInnerHTML = () => undefined'],
  ],
}

const pathOf = (resource) => resource.replace(/\\/g, '/').replace(/^.*\/node_modules\//, '')

/** Files that the loader is for; given to webpack as a rule's `test`. */
const isLeaned = (resource) => Object.hasOwn(EDITS, pathOf(resource))

module.exports = function lean(source) {
  const name = pathOf(this.resourcePath)
  return EDITS[name].reduce((text, [from, to]) => {
    const next = text.replace(from, to)
    if (next === text) throw new Error(`${name} has changed: ${String(from)} finds nothing (config/taro/lean.cjs)`)
    return next
  }, source)
}
module.exports.isLeaned = isLeaned
