/**
 * Babel for the members' app, handed to the loader instead of a `babel.config.js` at the root: nothing else in the
 * project is built with Babel, and a file there would be read by every tool that looks for one.
 */
export const babelOptions = {
  babelrc: false,
  configFile: false,
  compact: false,
  cacheDirectory: false,
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]],
}
