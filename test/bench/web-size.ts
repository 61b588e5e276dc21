import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Bytes that a first visit loads, compressed: the scripts and styles that index.html names. Null when nothing is built. */
export function firstLoad(webRoot: string): { scripts: number; scriptsBrotli: number; styles: number } | null {
  const page = join(webRoot, 'index.html')
  if (!existsSync(page)) return null
  const named = [...readFileSync(page, 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(
    match => match[1] ?? '',
  )
  const size = (ending: string, compress: (bytes: Buffer) => Buffer) =>
    [...new Set(named)]
      .filter(file => file.endsWith(ending))
      .reduce((sum, file) => sum + compress(readFileSync(join(webRoot, file))).length, 0)
  return {
    scripts: size('.js', bytes => gzipSync(bytes, { level: 9 })),
    scriptsBrotli: size('.js', bytes => brotliCompressSync(bytes)),
    styles: size('.css', bytes => gzipSync(bytes, { level: 9 })),
  }
}
