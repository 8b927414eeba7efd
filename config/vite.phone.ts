import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The sandbox's phone: built from `server/wechat/sandbox/phone` to `dist/sandbox`, served at `/sandbox/`.
 * `PHONE_API` names the server that `vite` forwards to while developing; the built page always asks its own origin.
 */
export default defineConfig(() => {
  const api = process.env.PHONE_API ?? 'http://127.0.0.1:3000'
  return {
    root: resolve(__dirname, '../server/wechat/sandbox/phone'),
    base: '/sandbox/',
    publicDir: false as const,
    build: {
      outDir: resolve(__dirname, '../dist/sandbox'),
      emptyOutDir: true,
      target: 'es2022',
      // the polyfill is an inline script, which the content security policy refuses
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
    server: {
      // everything but the page itself, so that the app in the frame has the same origin
      proxy: { '^(?!/sandbox/(?!api|wechat))': { target: api, changeOrigin: false } },
    },
  }
})
