import { personKey } from './keys.ts'
import { send } from './send.ts'
import type { Work } from './work.ts'

/** Settles the rows of one group of linked persons: by the function of `settling.ts`. */
export const settleCounts = (work: Work, root: string): Promise<void> =>
  send(work, { name: 'settle-counts', text: 'select settle_counts($1)', values: [personKey(root)] })
