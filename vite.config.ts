import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The app is static files under one strict policy: scripts and styles from our own origin, nothing inline, no source
// maps, names that change with the content so that they can be cached for ever.
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  publicDir: 'public',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A data: URL would have to be allowed by the policy; a file of its own need not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 4181, proxy: { '/api': { target: 'http://127.0.0.1:4180' } } },
})
