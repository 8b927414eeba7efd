import { readFileSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type Chain from 'webpack-chain'
import { readAssociation } from './taro/association'
import { withBabel } from './taro/babel'
import { ManifestPlugin } from './taro/manifest'
import { isLeaned } from './taro/lean.cjs'

const root = path.resolve(__dirname, '..')
const leanLoader = path.join(__dirname, 'taro', 'lean.cjs')
const web = process.env.TARO_ENV === 'h5'
const { organisation, office } = readAssociation(root)
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }

/**
 * Where the mini-program finds its server. The web build asks the server that it came from; in WeChat there is no such
 * place, so the address is fixed when the package is built.
 */
const apiBase = web ? '' : (process.env.PUBLIC_URL ?? 'http://127.0.0.1:3000').replace(/\/+$/, '')

const on = (...names: string[]) => Object.fromEntries(names.map((name) => [name, true]))

const terser = {
  enable: true,
  config: {
    compress: {
      passes: 3,
      ecma: 2017,
      // Faults are told; what a developer prints is not.
      drop_console: ['log', 'info', 'debug', 'warn'],
      pure_getters: true,
      unsafe_arrows: true,
      // What terser does by default and the runner turns off for browsers of 2015.
      ...on(
        ...[
          'arrows',
          'collapse_vars',
          'comparisons',
          'computed_props',
          'hoist_props',
          'inline',
          'loops',
          'negate_iife',
        ],
        ...['properties', 'reduce_funcs', 'reduce_vars', 'switches', 'typeofs'],
      ),
    },
    // `output`, not `format`: the runner merges its own defaults under this name.
    output: { comments: false, ecma: 2017, ascii_only: false },
  },
}

/** Puts the guard around each page. */
const guardPages = (chain: { module: Chain['module'] }): void => {
  chain.module
    .rule('guard')
    .test(/[\\/]client[\\/]pages[\\/]\w+[\\/]\w+\.tsx$/)
    .enforce('pre')
    .use('guard')
    .loader(path.join(__dirname, 'taro', 'guardPages.cjs'))
}

/** Pixels stay pixels: text and touch targets keep their size on a narrow phone and grow with the member's font setting. */
const pxtransform = { enable: false, config: {} }

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'association-notices',
  sourceRoot: 'client',
  outputRoot: web ? 'dist/h5' : 'dist/weapp',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: web ? [] : [path.join(__dirname, 'taro', 'templates.ts')],
  // The tab icons of the dark look are named in theme.json alone, where the compiler does not see them.
  copy: {
    patterns: [
      web ? { from: 'client/web/', to: 'dist/h5/web/' } : { from: 'client/ui/tabs/', to: 'dist/weapp/ui/tabs/' },
    ],
    options: {},
  },
  defineConstants: {
    API_BASE: JSON.stringify(apiBase),
    ORGANISATION: JSON.stringify(organisation),
    OFFICE: JSON.stringify(office),
    VERSION: JSON.stringify(version),
  },
  terser,
  csso: { enable: true, config: { restructure: false } },
  mini: {
    baseLevel: 6,
    // What sub-packages alone share is copied into each of them; it still runs once, by its module's number.
    optimizeMainPackage: { enable: true },
    // Parts of a DOM that React never touches.
    runtime: {
      enableInnerHTML: false,
      enableAdjacentHTML: false,
      enableTemplateContent: false,
      enableCloneNode: false,
    },
    // Class names are each written in one file, so the order of the files means nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: [path.join(root, 'shared'), path.join(root, 'config', 'taro')] },
    // Every prefix that WeChat on these phones still needs is written where it is needed.
    postcss: {
      pxtransform,
      autoprefixer: { enable: false, config: {} },
      url: { enable: true, config: { limit: 1024 } },
    },
    webpackChain(chain) {
      chain.module.rule('script').use('babelLoader').tap(withBabel)
      guardPages(chain)
      chain.module.rule('lean').test(isLeaned).use('lean').loader(leanLoader)
    },
  },
  h5: {
    // Only `npm run dev` serves from here; everything but the app's own files is asked of the real server.
    devServer: {
      port: 10086,
      open: false,
      proxy: [
        { context: ['/api', '/uploads', '/sandbox', '/admin'], target: `http://127.0.0.1:${process.env.PORT ?? 3000}` },
      ],
    },
    publicPath: '/',
    staticDirectory: 'assets',
    chunkDirectory: 'assets',
    router: { mode: 'browser', basename: '' },
    compile: { include: [path.join(root, 'shared'), path.join(root, 'config', 'taro')] },
    output: { filename: 'assets/[name].[contenthash:8].js', chunkFilename: 'assets/[name].[contenthash:8].js' },
    enableExtract: true,
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'assets/[name].[contenthash:8].css',
      chunkFilename: 'assets/[name].[contenthash:8].css',
    },
    postcss: { pxtransform, autoprefixer: { enable: true, config: {} } },
    htmlPluginOption: {
      title: organisation.name,
      shortName: organisation.shortName,
      description: `${organisation.name}的通知公告、新闻速递和活动预告。${organisation.motto}`,
      // A shared picture wants a whole address; without a known one it is the server's own.
      siteUrl: (process.env.PUBLIC_URL ?? '').replace(/\/+$/, ''),
    },
    webpackChain(chain) {
      chain.module.rule('script').use('babelLoader').tap(withBabel)
      guardPages(chain)
      // What two pages share is loaded once and, above all, runs once: its modules remember lists and the session.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          default: false,
          defaultVendors: false,
          common: { name: 'common', minChunks: 2, priority: 5, enforce: true },
          vendor: { name: 'vendor', test: /node_modules/, chunks: 'initial', priority: 10 },
        },
      })
      chain.plugin('manifest').use(ManifestPlugin, [organisation])
      chain.performance.hints(false)
    },
  },
}))
