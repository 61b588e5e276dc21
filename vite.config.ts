import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * Lays a `.br` and a `.gz` beside every text of the app, which the server sends as they are: small for a slow line, and no
 * work for the processor with each visit.
 */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'waymark-compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir)
    },
    async closeBundle() {
      const files = (await readdir(folder, { recursive: true })).filter(file => /\.(js|css|svg|json)$/.test(file))
      await Promise.all(files.map(file => compress(join(folder, file))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < 1024) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }))
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}

// The app is static files under one strict policy: scripts and styles from our own origin, nothing inline, no source
// maps, names that change with the content so that they can be cached for ever.
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), compressed()],
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
