import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Combinations, type Counted } from './combinations.ts'
import { type Branch, BranchCounter, occurrencesOf } from './count-branch.ts'
import type { FactTable } from './facts.ts'
import { DisclosureProblem } from './problem.ts'

export interface CountOptions {
  /** Threads to use beside this one; by default only when the table is worth it. */
  readonly workers?: number
  readonly signal?: AbortSignal | undefined
  /** Called with the share that is done, 0 to 1. */
  readonly progress?: ((done: number) => void) | undefined
}

/** What a worker is given. */
export interface CountJob {
  readonly values: Int32Array
  readonly attributes: number
  readonly longest: number
}

/** Below so many pairs of person and combination a thread costs more than it saves. */
const worthThreads = 30_000_000

/**
 * Exact counts of every combination of attributes up to `longest` that at least one person has, the empty one (everybody)
 * first. Throws DisclosureProblem `stopped` when the signal says so.
 */
export async function countCombinations(
  table: FactTable,
  longest: number,
  options: CountOptions = {},
): Promise<Counted> {
  const attributes = table.domain.attributes.length
  const depth = Math.min(longest, table.domain.groups)
  const work = workOf(table, depth)
  const total = work.reduce((sum, each) => sum + each, 0)
  const workers = options.workers ?? (total > worthThreads ? 2 : 0)
  const job: CountJob = { values: table.values, attributes, longest: depth }
  const state = new Progress(work, total, options)
  const branches = workers > 0 ? await inThreads(job, workers, work, state) : await inTurn(job, state)
  return joined(table.persons, depth, branches)
}

/** Which attributes are counted first, and how far that is. */
class Progress {
  readonly #work: Float64Array
  readonly #total: number
  readonly #options: CountOptions
  #done = 0

  constructor(work: Float64Array, total: number, options: CountOptions) {
    this.#work = work
    this.#total = total
    this.#options = options
  }

  get signal(): AbortSignal | undefined {
    return this.#options.signal
  }

  finished(attribute: number): void {
    this.#done += this.#work[attribute] ?? 0
    this.#options.progress?.(this.#total === 0 ? 1 : this.#done / this.#total)
  }

  refuseWhenStopped(): void {
    if (this.#options.signal?.aborted === true) throw new DisclosureProblem('stopped')
  }
}

async function inTurn(job: CountJob, state: Progress): Promise<Branch[]> {
  const counter = new BranchCounter(job.values, job.attributes, job.longest)
  const { starts, places } = occurrencesOf(job.values, job.attributes)
  const branches: Branch[] = []
  let turn = performance.now()
  for (let first = 0; first < job.attributes; first++) {
    state.refuseWhenStopped()
    branches.push(counter.count(first, places.subarray(starts[first], starts[first + 1])))
    state.finished(first)
    if (performance.now() - turn < 50) continue
    await nextTurn()
    turn = performance.now()
  }
  return branches
}

/** Attributes are handed out one by one, the costly ones first; each thread keeps its own tallies. */
async function inThreads(job: CountJob, count: number, work: Float64Array, state: Progress): Promise<Branch[]> {
  const shared = new Int32Array(new SharedArrayBuffer(job.values.byteLength))
  shared.set(job.values)
  const queue = Array.from(work.keys()).sort((a, b) => (work[a] ?? 0) - (work[b] ?? 0))
  const branches: Branch[] = []
  const threads = Array.from(
    { length: count },
    () => new Worker(new URL('./count-worker.ts', import.meta.url), { workerData: { ...job, values: shared } }),
  )
  const { promise: stopped, reject: stop } = Promise.withResolvers<never>()
  const onStop = () => stop(new DisclosureProblem('stopped'))
  state.signal?.addEventListener('abort', onStop)
  try {
    state.refuseWhenStopped()
    await Promise.race([stopped, Promise.all(threads.map(thread => serve(thread, queue, branches, state)))])
  } finally {
    state.signal?.removeEventListener('abort', onStop)
    await Promise.all(threads.map(thread => thread.terminate()))
  }
  return branches.sort((a, b) => a.first - b.first)
}

function serve(thread: Worker, queue: number[], branches: Branch[], state: Progress): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const attribute = queue.pop()
      if (attribute === undefined) resolve()
      else thread.postMessage(attribute)
    }
    thread.on('message', (branch: Branch) => {
      branches.push(branch)
      state.finished(branch.first)
      next()
    })
    thread.on('error', reject)
    next()
  })
}

/** Pairs of person and combination that begin with each attribute. */
function workOf({ values, domain }: FactTable, longest: number): Float64Array {
  const work = new Float64Array(domain.attributes.length)
  let behind = 0
  for (let at = values.length - 1; at >= 0; at--) {
    const value = values[at] ?? -1
    if (value < 0) behind = 0
    else {
      let ways = 1
      let product = 1
      for (let l = 1; l < longest && l <= behind; l++) {
        product = (product * (behind - l + 1)) / l
        ways += product
      }
      work[value] = (work[value] ?? 0) + ways
      behind++
    }
  }
  return work
}

/** The branches as one set; a branch's parents are places in its own levels, moved on by what stands before. */
function joined(persons: number, depth: number, branches: readonly Branch[]): Counted {
  const levels = [{ last: Int32Array.of(-1), parent: Int32Array.of(-1) }]
  const counts = [Int32Array.of(persons)]
  for (let l = 0; l < depth; l++) {
    const size = branches.reduce((sum, branch) => sum + (branch.levels[l]?.last.length ?? 0), 0)
    const level = { last: new Int32Array(size), parent: new Int32Array(size) }
    const count = new Int32Array(size)
    let at = 0
    let parentsBefore = 0
    for (const branch of branches) {
      const own = branch.levels[l]
      if (own === undefined) continue
      level.last.set(own.last, at)
      count.set(own.count, at)
      for (let i = 0; i < own.parent.length; i++) {
        level.parent[at + i] = l === 0 ? 0 : (own.parent[i] ?? 0) + parentsBefore
      }
      at += own.last.length
      parentsBefore += l === 0 ? 0 : (branch.levels[l - 1]?.last.length ?? 0)
    }
    levels.push(level)
    counts.push(count)
  }
  return { set: new Combinations(levels), counts }
}
