import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const worker = 'service-worker'

/** Tells the service worker which files make up this build; their names change with their content. */
function namesForWorker(): Plugin {
  return {
    name: 'waymark:names-for-worker',
    enforce: 'post',
    generateBundle: {
      // After chunks that held nothing but styles were taken out: a name of a missing file would fail the whole install.
      order: 'post',
      handler(_, bundle) {
        const chunk = bundle['sw.js']
        if (chunk?.type !== 'chunk') throw new Error('The service worker is missing from the build.')
        const own = Object.keys(bundle).filter(name => name !== 'sw.js')
        const files = ['/index.html', '/icon.svg', '/manifest.webmanifest', ...own.map(name => `/${name}`)]
        const build = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 16)
        chunk.code = chunk.code
          .replaceAll('__FILES__', JSON.stringify([...new Set(files)].sort()))
          .replaceAll('__BUILD__', JSON.stringify(build))
      },
    },
  }
}

/**
 * Lays a `.br` and a `.gz` beside every text of the app, which the server sends as they are: small for a slow line, and no
 * work for the processor with each visit.
 */
function compressed(): Plugin {
  let folder = ''
  return {
    name: 'waymark:compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir)
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
  plugins: [react(), namesForWorker(), compressed()],
  publicDir: 'public',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A data: URL would have to be allowed by the policy; a file of its own need not.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: 'src/web/index.html', [worker]: 'src/web/field/service-worker.ts' },
      output: { entryFileNames: chunk => (chunk.name === worker ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { port: 4181, proxy: { '/api': { target: 'http://127.0.0.1:4180' } } },
})
