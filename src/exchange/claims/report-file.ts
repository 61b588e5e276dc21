import { z } from 'zod'
import type { Claim } from '#figures/proof/claim.ts'
import { claimsOfReport } from '#figures/proof/report-claims.ts'
import { ImportProblem } from '../problem.ts'
import { refuseLarger, type Source } from '../source.ts'

const most = 20 * 1024 * 1024

/** What the proof-reader needs of a figures.json; what else stands in it is passed over. */
const Count = z.union([z.number().min(0).max(1e11), z.null(), z.literal('c')])
const Names = z.union([z.string(), z.tuple([z.string(), z.string()])])
const Period = z.object({
  label: z.string(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  beginning: z.literal('unknown').optional(),
})
const FiguresFile = z.object({
  report: z.object({ title: z.string() }),
  cut_off: z.string(),
  mode: z.enum(['internal', 'public']),
  threshold: z.int().min(1).optional(),
  figures: z
    .array(
      z.object({
        id: z.string(),
        number: z.int(),
        caption: z.string(),
        indicator: z.string(),
        unit: z.string(),
        period: Period,
        accumulation: z.enum(['in_period', 'as_of', 'to_date', 'since']),
        base: z.object({ n: Count, of: z.string() }),
        by: z.array(z.object({ id: z.string(), label: z.string(), multiple: z.boolean() })),
        rows: z.array(z.object({ key: Names, label: Names, n: Count, share: Count })).max(20_000),
        sumNote: z.string().nullable(),
        coverage: z.string(),
        query: z.object({ top: z.number().optional(), where: z.record(z.string(), z.array(z.string())) }).nullable(),
      }),
    )
    .max(2000),
})

/** @throws ImportProblem when it is not the figures.json of a report, naming the first place at fault. */
export async function readReportFigures(source: Source): Promise<Claim[]> {
  await refuseLarger(source, most)
  const read = FiguresFile.safeParse(parsed(source.name, await source.whole()))
  if (read.success) return claimsOfReport(read.data)
  const at = read.error.issues[0]?.path.join('.') || '-'
  throw new ImportProblem('not_figures', { file: source.name, at })
}

function parsed(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ImportProblem('json_invalid', { file })
  }
}
