/**
 * What the app runs on: WeChat on iOS 12 and Android 7 upwards, which is more than 99 in 100 phones, and browsers of the
 * same age. Spelled out, because older targets would bring a generator runtime for every `await`.
 */
const targets = { ios: '12', chrome: '70' }

/**
 * Babel for the members' app, handed to the loader instead of a `babel.config.js` at the root: nothing else in the
 * project is built with Babel, and a file there would be read by every tool that looks for one. What the platform has
 * put into the loader before stays: on the web its plugin turns `Taro.x` into an import of `x`.
 */
export const withBabel = (options: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...options,
  babelrc: false,
  configFile: false,
  compact: false,
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets, useBuiltIns: false }]],
})
