import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Watch } from '#linkage/watch.ts'

/** Linkage data with truth lies beside the repository; where it is absent, tests that need it are skipped. */
export const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'linkage')
export const hasShared = existsSync(join(shared, 'README.md'))

/** A folder that is thrown away. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'waymark-linkage-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A CSV file of these lines. */
export function csv(lines: readonly string[] | Buffer, name = 'records.csv'): string {
  const path = join(folder(), name)
  writeFileSync(path, Buffer.isBuffer(lines) ? lines : `${lines.join('\n')}\n`)
  return path
}

/** Listens to warnings. */
export function listener(): Watch & { readonly warnings: string[] } {
  const warnings: string[] = []
  return { warnings, warn: text => void warnings.push(text), step: () => {} }
}
