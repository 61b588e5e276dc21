import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type AlikeRows, kernel } from './kernel.ts'
import type { Rows } from './rows.ts'

/** A share of the rows of the left, for one thread. */
export interface Share {
  readonly left: Rows
  /** null: the left with itself, each pair once. */
  readonly right: Rows | null
  readonly threshold: number
}

export interface Watch {
  /** Rows of the left that are done. */
  readonly progress?: ((done: number, of: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
  /** Threads; all cores unless said, one for small sets. */
  readonly threads?: number | undefined
}

const rowsAtOnce = 256

/**
 * Pairs that reach the threshold, by comparing every row with every other: at the size of a register no blocking is needed, and none can
 * leak. Sorted by left and right row, whatever the number of threads. @throws the reason of `signal`.
 */
export async function alikePairs(share: Share, watch: Watch = {}): Promise<AlikeRows[]> {
  const { left, right } = share
  watch.signal?.throwIfAborted()
  const small = left.count * (right ?? left).count < 20_000_000
  const threads = watch.threads ?? (small ? 1 : availableParallelism())
  const found = threads <= 1 ? here(share, watch) : await byThreads(share, watch, threads)
  return found.sort((x, y) => x.a - y.a || x.b - y.b)
}

function here(share: Share, watch: Watch): AlikeRows[] {
  const found: AlikeRows[] = []
  const work = worker(share)
  for (let from = 0; from < share.left.count; from += rowsAtOnce) {
    watch.signal?.throwIfAborted()
    // Not spread into push: a thousand rows that are all alike would be more arguments than a call can take.
    for (const pair of work(from)) found.push(pair)
    watch.progress?.(Math.min(from + rowsAtOnce, share.left.count), share.left.count)
  }
  return found
}

/** What a thread does for each share of rows: see dice-thread.ts. */
export function worker({ left, right, threshold }: Share): (from: number) => AlikeRows[] {
  const scan = kernel(left, right ?? left, threshold)
  return from => {
    const found: AlikeRows[] = []
    for (let a = from; a < Math.min(from + rowsAtOnce, left.count); a++)
      for (const pair of scan.scan(a, right === null ? a + 1 : 0)) found.push(pair)
    return found
  }
}

async function byThreads(share: Share, watch: Watch, threads: number): Promise<AlikeRows[]> {
  const found: AlikeRows[] = []
  let next = 0
  let done = 0
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./dice-thread.ts', import.meta.url), { workerData: share }),
  )
  try {
    await Promise.all(
      workers.map(
        each =>
          new Promise<void>((resolve, reject) => {
            const give = () => {
              if (watch.signal?.aborted) return reject(watch.signal.reason as Error)
              if (next >= share.left.count) return resolve()
              each.postMessage(next)
              next += rowsAtOnce
            }
            each.on('error', reject)
            each.on('message', (pairs: AlikeRows[]) => {
              for (const pair of pairs) found.push(pair)
              done += rowsAtOnce
              watch.progress?.(Math.min(done, share.left.count), share.left.count)
              give()
            })
            give()
          }),
      ),
    )
    return found
  } finally {
    await Promise.all(workers.map(each => each.terminate()))
  }
}
