import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(__dirname, '../server/admin')

/**
 * The staff admin: built from `server/admin` to `dist/admin`, served at `/admin/`.
 * `ADMIN_API` names the server that `vite` forwards to while developing; the built app always asks its own origin.
 */
export default defineConfig(() => {
  const api = process.env.ADMIN_API ?? 'http://127.0.0.1:3000'
  return {
    root,
    base: '/admin/',
    publicDir: false as const,
    plugins: [react()],
    build: {
      outDir: resolve(__dirname, '../dist/admin'),
      emptyOutDir: true,
      target: 'es2022',
      // the polyfill is an inline script, which the content security policy refuses
      modulePreload: { polyfill: false },
      // assets inlined as data: would be refused by the policy for everything but pictures
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 900,
    },
    server: {
      // shared/ lies beside the admin's own folder
      fs: { allow: [resolve(__dirname, '..')] },
      proxy: Object.fromEntries(
        ['/api', '/uploads', '/sandbox'].map((path) => [path, { target: api, changeOrigin: false }]),
      ),
    },
  }
})
