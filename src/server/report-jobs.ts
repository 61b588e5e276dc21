import { uuidv7 } from 'uuidv7'
import type { Register } from '#register/register.ts'
import type { Progress } from '#reports/make.ts'
import { ReportProblem } from '#reports/problem.ts'
import type { ReportJob } from './contract/reports.ts'
import { answerTo, Refused } from './problems.ts'

/**
 * Reports that are being made, in the memory of this process: they belong to whoever asked, are gone with the process, and
 * nothing of them is kept that was not published.
 */
export interface Job<Result> {
  readonly id: string
  readonly owner: string
  readonly stop: AbortController
  state: ReportJob['state']
  progress: Progress
  result: Result | null
  problem: ReportJob['problem']
  /** When nothing was asked of it for long enough, it goes. */
  seen: number
}

/** Minutes for which a finished report waits to be looked at. */
const patience = 30
/** Of one account; of all. */
const mostOwn = 4
const most = 40

export interface Jobs<Result> {
  /** @throws Refused too_many, when the account has one running or this server too many. */
  start(
    owner: string,
    run: (job: Pick<Job<Result>, 'stop'>, say: (at: Progress) => void) => Promise<Result>,
  ): Job<Result>
  /** @throws Refused not_found, also for somebody else's. */
  of(owner: string, id: string): Job<Result>
  /** Stops it, or takes it away when it is done. */
  end(owner: string, id: string): void
}

export function jobsOf<Result>(register: Register): Jobs<Result> {
  const jobs = new Map<string, Job<Result>>()
  const now = () => register.now().getTime()
  const tidy = () => {
    for (const [id, { state, seen }] of jobs)
      if (state !== 'running' && seen < now() - patience * 60_000) jobs.delete(id)
  }
  const find = (owner: string, id: string): Job<Result> => {
    const job = jobs.get(id)
    if (job?.owner !== owner) throw new Refused('not_found')
    job.seen = now()
    return job
  }
  return {
    start(owner, run) {
      tidy()
      const own = [...jobs.values()].filter(job => job.owner === owner)
      if (own.some(({ state }) => state === 'running') || jobs.size >= most)
        throw new Refused('too_many', { retryAfter: 10 })
      for (const { id } of own.slice(0, Math.max(0, own.length - mostOwn + 1))) jobs.delete(id)
      const job: Job<Result> = {
        id: uuidv7(),
        owner,
        stop: new AbortController(),
        state: 'running',
        progress: { doing: 'counting', done: 0, of: 1 },
        result: null,
        problem: null,
        seen: now(),
      }
      jobs.set(job.id, job)
      void run(job, at => {
        job.progress = at
      }).then(
        result => {
          job.result = result
          job.state = job.stop.signal.aborted ? 'stopped' : 'done'
        },
        (error: unknown) => {
          job.state = error instanceof ReportProblem && error.code === 'stopped' ? 'stopped' : 'failed'
          const { code, message } = answerTo(error).body
          job.problem = job.state === 'failed' ? { code, message } : null
        },
      )
      return job
    },
    of: find,
    end(owner, id) {
      const job = find(owner, id)
      job.stop.abort()
      if (job.state !== 'running') jobs.delete(id)
    },
  }
}
