// CommonJS: Taro translates the plugin's own file alone, not what it imports.
const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')

/** What Taro itself sets, by short names, on every element. */
const ALWAYS = /^(wx:.*|is|data|data-.*|name|id|class|style|slot|bindtap|catchtap|catchtouchmove)$/

const sourcesOf = (folder) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /\.(tsx?|json)$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))

/** Every word of the app's own source, in small letters. */
const wordsOf = (folder) =>
  new Set(sourcesOf(folder).flatMap((text) => (text.match(/[A-Za-z]\w*/g) ?? []).map((word) => word.toLowerCase())))

/** The elements that the app's pages have. */
const componentsOf = (folder) =>
  new Set(
    sourcesOf(folder).flatMap((text) =>
      [...text.matchAll(/import \{([^}]*)\} from '@tarojs\/components'/g)].flatMap(
        ([, names]) => names.match(/\w+/g) ?? [],
      ),
    ),
  )

/** `scroll-x` is written `scrollX` in the source, and `bindscroll` is `onScroll`. */
const asWritten = (attribute) => attribute.replace(/^bind/, 'on').replace(/-/g, '').toLowerCase()

/**
 * Taro's templates bind every attribute and event that an element can have. What no line of the app names is left out:
 * it would cost every phone bytes, and WeChat work for each element. Elements number their attributes at run time, so
 * those that stay keep their numbers.
 */
const thinTemplate = (wxml, words) =>
  // Taro's own minifier is made for HTML and takes the end of an `input` away, which WeChat's compiler wants.
  wxml
    .replace(/>\s+</g, '><')
    .trim()
    .replace(/<(?!template|block|wxs|import|include)[a-z][a-z-]*(?:\s[^<>]*)?>/g, (tag) =>
      tag.replace(/\s([a-z][\w:-]*)=("[^"]*"|'[^']*')/g, (whole, attribute) =>
        ALWAYS.test(attribute) || words.has(asWritten(attribute)) ? whole : '',
      ),
    )

module.exports = { componentsOf, wordsOf, thinTemplate }
