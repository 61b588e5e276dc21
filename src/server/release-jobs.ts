import type { z } from 'zod'
import type { Register } from '#register/register.ts'
import { endRelease } from '#register/releases.ts'
import type { ReleaseAsked, ReleasePreview } from './contract/releases.ts'
import { makeRelease, previewRelease, saidOf } from './release-make.ts'

/** What this server does about a release now, in its memory: a preview belongs to nobody’s disk, and a release that a restart broke off is begun again. */
interface Job {
  readonly what: 'preview' | 'publish'
  readonly stop: AbortController
  step: string
  share: number
  done: boolean
  preview: Preview
}
type Preview = z.infer<typeof ReleasePreview>
const none: Preview = { state: 'none', problem: null, card: null }

const running = new WeakMap<Register, Map<string, Job>>()
const jobsOf = (register: Register): Map<string, Job> => {
  const known = running.get(register)
  if (known) return known
  const made = new Map<string, Job>()
  running.set(register, made)
  return made
}

export function doingOf(register: Register, id: string) {
  const job = jobsOf(register).get(id)
  return job && !job.done ? { what: job.what, step: job.step, share: job.share } : null
}

export const previewOf = (register: Register, id: string): Preview => jobsOf(register).get(id)?.preview ?? none

/** Previews kept at a time: the oldest goes. */
const most = 20

function begin(register: Register, id: string, what: Job['what'], run: (job: Job) => Promise<void>): boolean {
  const jobs = jobsOf(register)
  if ([...jobs.values()].some(({ done }) => !done)) return false
  const preview = what === 'preview' ? { ...none, state: 'running' as const } : previewOf(register, id)
  const job: Job = { what, stop: new AbortController(), step: 'read', share: 0, done: false, preview }
  jobs.delete(id)
  jobs.set(id, job)
  for (const old of [...jobs.keys()].slice(0, Math.max(0, jobs.size - most))) jobs.delete(old)
  void run(job).finally(() => {
    job.done = true
  })
  return true
}

const making = (job: Job) => ({
  signal: job.stop.signal,
  progress(step: string, share: number) {
    job.step = step
    job.share = share
  },
})

/** @returns false when another one is under way. */
export const startPreview = (register: Register, id: string, asked: ReleaseAsked): boolean =>
  begin(register, id, 'preview', async job => {
    try {
      job.preview = { state: 'ready', problem: null, card: await previewRelease(register, asked, making(job)) }
    } catch (error) {
      job.preview = { state: 'failed', problem: saidOf(error), card: null }
    }
  })

/** Publishes what was approved. @returns false when another one is under way. */
export const startPublishing = (register: Register, id: string, asked: ReleaseAsked, folder: string): boolean =>
  begin(register, id, 'publish', async job => {
    try {
      const files = await makeRelease(register, asked, folder, making(job))
      await endRelease(register, id, { state: 'published', files })
    } catch (error) {
      await endRelease(register, id, { state: 'failed', problem: saidOf(error) })
    }
  })
