import { LinkageProblem } from '#linkage/problem.ts'
import type { Register } from '#register/register.ts'
import type { LinkageJob } from './contract/review.ts'
import type { z } from 'zod'

/**
 * The linkage that runs in this server, one at a time. It holds names in memory while it runs, so a large register is linked from the command
 * line, in a process of its own that ends with it.
 */
export type JobState = z.infer<typeof LinkageJob>

/** So many persons take a few seconds and 300 MB. */
const mostHere = 20_000

interface Job {
  state: JobState
  readonly stop: AbortController
}

const jobs = new WeakMap<Register, Job>()
const idle: JobState = { state: 'idle', doing: null, share: 0, problem: null }

export const linkageJob = (register: Register): JobState => jobs.get(register)?.state ?? idle

/** Starts one, unless one runs already. */
export async function startLinkage(register: Register): Promise<JobState> {
  const before = jobs.get(register)
  if (before?.state.state === 'running') return before.state
  const job: Job = { state: { state: 'running', doing: 'read', share: 0, problem: null }, stop: new AbortController() }
  jobs.set(register, job)
  const { rows } = await register.pool.query<{ many: boolean }>(
    `select count(*) > $1 as many from (select 1 from record where type = 'person' limit $1::integer + 1) as found`,
    [mostHere],
  )
  if (rows[0]?.many === true) {
    job.state = { ...idle, state: 'failed', problem: 'too_large' }
    return job.state
  }
  // The engine is loaded when it is needed, and not into every server.
  const { linkRegister } = await import('#matching/link-register.ts')
  linkRegister(
    register,
    { train: false },
    {
      step: (doing, share) => {
        job.state = { state: 'running', doing, share, problem: null }
      },
      warn: () => undefined,
      signal: job.stop.signal,
    },
  ).then(
    () => {
      job.state = { ...idle, state: 'done' }
    },
    (error: unknown) => {
      // Its text may tell of records; its code does not.
      const code = error instanceof LinkageProblem ? error.code : 'fault'
      job.state = code === 'cancelled' ? idle : { ...idle, state: 'failed', problem: code }
    },
  )
  return job.state
}

export function stopLinkage(register: Register): JobState {
  jobs.get(register)?.stop.abort()
  return linkageJob(register)
}
