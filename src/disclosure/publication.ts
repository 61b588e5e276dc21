import type { ReleaseFile } from './file.ts'

/** What a release was answered with. */
export interface Publication {
  readonly files: readonly ReleaseFile[]
  /** True when the very same release was published before and its files were handed out again. */
  readonly again: boolean
  /** What this release costs, whether now or when it was made. */
  readonly rho: number
}
