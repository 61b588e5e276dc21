import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { reserveCaseNumbers } from '#register/bulk.ts'
import type { LearnCodes } from '#register/fact-codes.ts'
import type { PreparedBatch } from '#register/prepare.ts'
import type { Work } from '#register/work.ts'
import type { FromShare, Share, ToShare } from './share.ts'

/** Threads that prepare while this one writes: PostgreSQL takes what two of them make. */
const threads = 2
/** A person has one case in one unit; linked second files are units of their own. */
const casesPerPerson = 1

/** The persons of a large demo, prepared by worker threads, as batches in the order they become ready. */
export async function* dividedBatches(
  work: Work,
  units: Omit<Share['units'], 'part'>,
): AsyncGenerator<PreparedBatch, void, undefined> {
  const { learn } = work.register.codes
  const workers = await Promise.all(
    Array.from({ length: threads }, async (_, i) => {
      const part = {
        from: Math.floor((units.persons * i) / threads),
        to: Math.floor((units.persons * (i + 1)) / threads),
      }
      const share: Share = {
        keys: work.register.keys.parts,
        actor: work.actor,
        now: work.now,
        offices: work.offices.all(),
        numbers: await reserveCaseNumbers(work, (part.to - part.from) * casesPerPerson),
        units: { ...units, part },
      }
      return new Worker(new URL('./share-worker.ts', import.meta.url), { workerData: share })
    }),
  )
  try {
    // Each thread is always asked for one batch ahead of the one being written, and never for more: memory stays flat.
    const asked = new Map(workers.map(worker => [worker, ask(worker, learn)]))
    while (asked.size > 0) {
      const { worker, batch } = await Promise.race(asked.values())
      if (batch === null) asked.delete(worker)
      else {
        asked.set(worker, ask(worker, learn))
        yield batch
      }
    }
  } finally {
    await Promise.all(workers.map(worker => worker.terminate()))
  }
}

/** The next batch of a thread; answers that it meets for the first time are given their codes here. */
async function ask(worker: Worker, learn: LearnCodes): Promise<{ worker: Worker; batch: PreparedBatch | null }> {
  for (let next: ToShare = 'next'; ; ) {
    // Registered before the question is asked; an error of the thread rejects it.
    const answer = once(worker, 'message') as Promise<[FromShare]>
    worker.postMessage(next)
    const [said] = await answer
    if (said === null || 'texts' in said) return { worker, batch: said }
    next = await learn(said.answers)
  }
}
