import { personKey } from './keys.ts'
import type { Work } from './work.ts'

/** Settles the rows of one group of linked persons: by the function of `settling.ts`. */
export async function settleCounts(work: Work, root: string): Promise<void> {
  await work.client.query({ name: 'settle-counts', text: 'select settle_counts($1)', values: [personKey(root)] })
}
