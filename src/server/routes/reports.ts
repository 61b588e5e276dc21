import { z } from 'zod'
import type { Permissions } from '#access/permission.ts'
import {
  approvePublication,
  type Publication as Kept,
  publicationOf,
  publications,
  publish,
  publishedFile,
  publishedReport,
} from '#register/publications.ts'
import { inWork } from '#register/work.ts'
import { compared } from '#reports/compare.ts'
import { kindNamed, reportKinds } from '#reports/kinds.ts'
import { makeReport } from '#reports/make.ts'
import { outputsOf } from '#reports/outputs.ts'
import { checked } from '#reports/parameters.ts'
import { ReportProblem } from '#reports/problem.ts'
import type { Report } from '#reports/report.ts'
import { usual } from '#reports/suppress/hide.ts'
import { AskedReport, ByFile, Comparison, Held, Publication, ReportJob, ReportKinds } from '../contract/reports.ts'
import { ById, Bytes, Done, Id, Page } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import type { Job } from '../report-jobs.ts'
import { heldView, type Result, jobs, viewOf } from '../report-results.ts'
import { registerRoute, signedIn, workRoute } from '../route.ts'
import { checkStillHidden, checkToldApart } from '../told-apart.ts'

/** Reports: made in the background, looked at, published for good. */
export const reportRoutes = [
  registerRoute({
    method: 'GET',
    path: '/reports/kinds',
    tag: 'figures',
    about: 'Which reports there are, and what each has to be told.',
    may: 'count',
    reply: ReportKinds,
    run: async () =>
      reportKinds.map(({ id, about, modes, parameters }) => ({
        id,
        about,
        modes,
        parameters: parameters.map(each => ({ ...each, optional: each.optional ?? false })),
      })),
  }),

  registerRoute({
    method: 'POST',
    path: '/reports',
    tag: 'figures',
    about: 'Begins a report over the offices you may count. One at a time; ask for the job until it is done.',
    may: 'count',
    body: AskedReport,
    reply: ReportJob,
    run: async ({ body }, { register, actor }) => {
      const kind = kindNamed(body.kind)
      const asked = { kind, mode: body.mode, parameters: checked(kind, body.parameters) }
      if (!kind.modes.includes(body.mode))
        throw new ReportProblem('bad_parameter', `The report ${kind.id} is for ${kind.modes.join(', ')} use.`, 'mode')
      const who = signedIn(actor)
      const job = jobs(register).start(who.id, async ({ stop }, progress) => {
        const making = { mode: asked.mode, signal: stop.signal, progress }
        const made = await makeReport(register, who, asked, making)
        return { kind: 'report', asked, made, outputs: await outputsOf(made.report, making) }
      })
      return viewOf(job)
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/reports/jobs/:id',
    tag: 'figures',
    about: 'How far a report is.',
    may: 'count',
    params: ById,
    reply: ReportJob,
    run: async ({ params }, { register, actor }) => viewOf(jobs(register).of(signedIn(actor).id, params.id)),
  }),

  registerRoute({
    method: 'DELETE',
    path: '/reports/jobs/:id',
    tag: 'figures',
    about: 'Stops a report, or takes a finished one away.',
    may: 'count',
    params: ById,
    reply: Done,
    run: async ({ params }, { register, actor }) => {
      jobs(register).end(signedIn(actor).id, params.id)
      return { done: true }
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/reports/jobs/:id/files/:name',
    tag: 'figures',
    about: 'A file of a finished report that is not published.',
    may: 'count',
    params: ByFile,
    reply: Bytes,
    file: 'application/octet-stream',
    run: async ({ params }, { register, actor }, door) => {
      const { outputs } = reportIn(jobs(register).of(signedIn(actor).id, params.id))
      const file = outputs.find(({ name }) => name === params.name)
      if (!file) throw new Refused('not_found')
      door.attach({ name: file.name, contentType: file.mediaType })
      return file.bytes
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/reports/jobs/:id/comparison',
    tag: 'figures',
    about: 'What a finished comparison found.',
    may: 'count',
    params: ById,
    reply: Comparison,
    run: async ({ params }, { register, actor }) => {
      const { result } = jobs(register).of(signedIn(actor).id, params.id)
      if (result?.kind !== 'comparison') throw new Refused('not_found')
      return result.comparison
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/reports/jobs/:id/held',
    tag: 'figures',
    about: 'What holding a figures.json against the register found.',
    may: 'count',
    params: ById,
    reply: Held,
    run: async ({ params }, { register, actor }) => {
      const { result } = jobs(register).of(signedIn(actor).id, params.id)
      if (result?.kind !== 'held') throw new Refused('not_found')
      return heldView(result.held)
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/reports/jobs/:id/publish',
    tag: 'figures',
    about: 'Publishes a finished report for good, byte for byte as it was looked at.',
    may: 'publish_report',
    params: ById,
    reply: z.object({ id: Id }),
    run: async ({ params }, { register, actor }) => {
      const who = signedIn(actor)
      const { asked, made, outputs } = reportIn(jobs(register).of(who.id, params.id))
      const { title, cutOff, threshold = null } = made.report
      const id = await inWork(register, who, async work => {
        if (threshold !== null) {
          await checkStillHidden(work, threshold)
          await checkToldApart(work, made.report, { threshold })
        }
        return publish(work, {
          kind: asked.kind.id,
          parameters: asked.parameters,
          mode: asked.mode,
          title,
          cutOff,
          threshold,
          queries: made.queries,
          report: made.report,
          outputs,
        })
      })
      jobs(register).end(who.id, params.id)
      return { id }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/publications',
    tag: 'figures',
    about: 'Published reports that you may see, newest first.',
    may: 'count',
    query: z.object({ before: Id.optional() }),
    reply: Page(Publication),
    run: async ({ query }, work) => {
      const { items, next } = await publications(work, query.before ?? null)
      return { items: items.map(item => withMine(item, work)), next }
    },
  }),

  workRoute({
    method: 'GET',
    path: '/publications/:id/files/:name',
    tag: 'figures',
    about: 'A file as it was published.',
    may: 'count',
    params: ByFile,
    reply: Bytes,
    file: 'application/octet-stream',
    run: async ({ params }, work, door) => {
      const { mediaType, bytes } = await publishedFile(work, params.id, params.name)
      door.attach({ name: params.name, contentType: mediaType })
      return bytes
    },
  }),

  workRoute({
    method: 'POST',
    path: '/publications/:id/approve',
    tag: 'figures',
    about: 'The second signature under a public report.',
    may: 'publish_report',
    params: ById,
    reply: Done,
    run: async ({ params }, work) => {
      await approvePublication(work, params.id)
      return { done: true }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/publications/:id/compare',
    tag: 'figures',
    about: 'Asks again what a published report asked, over the offices you may count: a job, like a report.',
    may: 'count',
    params: ById,
    reply: ReportJob,
    run: async ({ params }, { register, actor }) => {
      const who = signedIn(actor)
      const { kept, report } = await inWork(register, who, async work => ({
        kept: await publicationOf(work, params.id),
        report: (await publishedReport(work, params.id)) as Report,
      }))
      const kind = kindNamed(kept.kind)
      const job = jobs(register).start(who.id, async ({ stop }, progress) => {
        // Under the threshold that held then: nothing else may look like a change.
        const policy = { threshold: kept.threshold ?? usual.threshold }
        const making = { mode: kept.mode, policy, signal: stop.signal, progress }
        const made = await makeReport(register, who, { kind, parameters: kept.parameters }, making)
        return { kind: 'comparison', comparison: compared(report, made.report) }
      })
      return viewOf(job)
    },
  }),
]

function reportIn({ state, result }: Job<Result>): Extract<Result, { kind: 'report' }> {
  if (state !== 'done' || result?.kind !== 'report') throw new Refused('not_found')
  return result
}

const withMine = (
  item: Kept,
  { actor, permissions }: { readonly actor: { readonly id: string }; readonly permissions: Permissions },
) => ({
  ...item,
  mayApprove:
    item.mode === 'public' &&
    item.approvedAt === null &&
    item.publishedBy !== actor.id &&
    permissions.may('publish_report'),
})
