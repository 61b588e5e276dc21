import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Claim } from '#figures/proof/claim.ts'
import type { PrintedFigure } from '#figures/proof/against.ts'
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
  report: z.object({ title: z.string(), kind: z.string().optional() }),
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
        query: z
          .object({
            indicator: z.string().optional(),
            year: z.int().optional(),
            by: z.array(z.string()).max(2).optional(),
            top: z.number().optional(),
            of: z.enum(['all', 'known']).optional(),
            where: z.record(z.string(), z.array(z.string())),
          })
          .nullable(),
      }),
    )
    .max(2000),
})

/** @throws ImportProblem when it is not the figures.json of a report, naming the first place at fault. */
export async function readReportFigures(source: Source): Promise<Claim[]> {
  return claimsOfReport(figuresIn(source.name, await bytesOf(source)))
}

/** A report as its figures.json has it, to be held against the register that it was counted from. */
export interface ReportFile {
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string
  readonly kind: string | null
  readonly title: string
  readonly cutOff: string
  readonly figures: readonly PrintedFigure[]
}

/** @throws ImportProblem as above. */
export async function readReportFile(source: Source): Promise<ReportFile> {
  const bytes = await bytesOf(source)
  const { report, cut_off, figures } = figuresIn(source.name, bytes)
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    kind: report.kind ?? null,
    title: report.title,
    cutOff: cut_off,
    figures: figures.map(({ query, ...figure }) => ({
      ...figure,
      query: query?.indicator === undefined ? null : { ...query, indicator: query.indicator, by: query.by ?? [] },
    })),
  }
}

async function bytesOf(source: Source): Promise<Buffer> {
  await refuseLarger(source, most)
  return source.whole()
}

function figuresIn(name: string, bytes: Buffer): z.infer<typeof FiguresFile> {
  const read = FiguresFile.safeParse(parsed(name, bytes))
  if (read.success) return read.data
  const at = read.error.issues[0]?.path.join('.') || '-'
  throw new ImportProblem('not_figures', { file: name, at })
}

function parsed(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new ImportProblem('json_invalid', { file })
  }
}
