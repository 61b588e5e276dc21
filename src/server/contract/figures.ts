import { z } from 'zod'
import { Line } from './shared.ts'

export const FigureQuery = z
  .object({
    indicator: Line(60).default('instances'),
    /** One year, or absent for all years. */
    year: z.int().min(1900).max(2200).optional(),
    by: z.array(Line(80)).max(2).default([]),
    top: z.int().min(1).max(500).optional(),
    /** Shares of everything that fits, or of what has a known value of the one dimension. */
    of: z.enum(['all', 'known']).optional(),
    where: z.record(Line(80), z.array(Line(120)).min(1).max(1000)).default({}),
  })
  .meta({ id: 'FigureQuery' })

/** Within the period; as it stood on its last day; from the first record; from the indicator's own first year on. */
const Accumulation = z.enum(['in_period', 'as_of', 'to_date', 'since'])

/** A sentence of the passport: its code for translators, the English text, and the values that stand in it. */
export const Remark = z.object({
  code: z.string(),
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const FigureRow = z.object({
  /** Code of the row; for two dimensions the two codes. */
  key: z.union([z.string(), z.tuple([z.string(), z.string()])]),
  label: z.union([z.string(), z.tuple([z.string(), z.string()])]),
  n: z.int().nullable(),
  /** Whole percent of the base, half up; null where there is no base. */
  share: z.int().nullable(),
  /** Rank among known values; ties share a rank; null for unknown and the like. */
  rank: z.int().nullable(),
})

export const Figure = z
  .object({
    /** Id of the indicator, as in the query. */
    indicator: z.string(),
    label: z.string(),
    definition: z.string(),
    unit: z.string(),
    accumulation: Accumulation,
    period: z.object({ label: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
    by: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        multiple: z.boolean(),
        /** Rows along it may be added: each unit has one value, and units are summed. */
        adds: z.boolean(),
      }),
    ),
    where: z.record(z.string(), z.array(z.string())),
    base: z.object({ n: z.int().nullable(), of: z.enum(['all', 'known']) }),
    rows: z.array(FigureRow),
    /** What was left out by --top, as one line: how many values, and the units with at least one of them. */
    rest: z
      .object({
        rows: z.int(),
        n: z.int(),
        share: z.int().nullable(),
        /** By two dimensions the same for each value of the second. */
        cells: z.array(z.object({ key: z.string(), n: z.int(), share: z.int().nullable() })),
      })
      .nullable(),
    not_available: z.array(Remark.extend({ n: z.int().nullable() })),
    coverage: z.object({
      /** Of the sentence, for translators. */
      code: z.string(),
      offices: z.object({ case_files: z.int(), core_variables: z.int(), outside_sources: z.int(), none: z.int() }),
      text: z.string(),
    }),
    caveats: z.array(Remark),
    asOf: z.string(),
  })
  .meta({ id: 'Figure', description: 'A figure with its passport: unit, base, period, coverage and caveats.' })
export type Figure = z.infer<typeof Figure>

const AllYears = FigureQuery.omit({ year: true, top: true })
const Year = z.int().min(1900).max(2200)

/** The base year comes first: without it there is no change. */
export const ComparisonQuery = AllYears.extend({
  from: Year,
  to: Year,
  /** Count only offices that reported in both years in the same way. */
  sameOffices: z.boolean().optional(),
}).meta({ id: 'ComparisonQuery' })

const Change = z.object({
  before: z.int().nullable(),
  after: z.int().nullable(),
  difference: z.int().nullable(),
  /** Whole percent of the earlier number, half up; null where there is none or the two are not comparable. */
  percent: z.int().nullable(),
})

export const Comparison = z
  .object({
    before: Figure,
    after: Figure,
    comparable: z.boolean(),
    reasons: z.array(Remark),
    total: Change,
    rows: z.array(Change.extend({ key: FigureRow.shape.key, label: FigureRow.shape.label })),
    offices: z.object({ alike: z.array(z.string()), unlike: z.array(z.string()) }),
    text: z.string(),
  })
  .meta({ id: 'Comparison', description: 'One figure in two years; a change only where like is compared with like.' })

export const SeriesQuery = AllYears.extend({
  from: Year,
  to: Year,
  /** Months are told of hotline contacts and of activities; anything else is counted by year. */
  step: z.enum(['year', 'month']).default('year'),
}).meta({ id: 'SeriesQuery' })

export const Series = z
  .object({
    ...Figure.pick({
      indicator: true,
      label: true,
      definition: true,
      unit: true,
      accumulation: true,
      period: true,
      where: true,
      by: true,
      not_available: true,
      caveats: true,
      asOf: true,
    }).shape,
    step: z.enum(['year', 'month']),
    times: z.array(
      z.object({
        time: z.string(),
        base: Figure.shape.base,
        coverage: Figure.shape.coverage,
        /** Offices by code that reported otherwise at the time before that has a number. */
        unlike: z.array(z.string()),
      }),
    ),
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        points: z.array(z.object({ time: z.string(), n: z.int().nullable(), share: z.int().nullable() })),
      }),
    ),
  })
  .meta({ id: 'Series', description: 'One figure over time; a time that nobody reported is a gap, not 0.' })

export const FigureChoices = z
  .object({
    indicators: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        unit: z.string(),
        definition: z.string(),
        measure: z.string(),
        only: z.record(z.string(), z.array(z.string())),
        accumulation: Accumulation,
        dimensions: z.array(z.string()),
      }),
    ),
    dimensions: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        multiple: z.boolean(),
        values: z.array(z.object({ code: z.string(), label: z.string() })).nullable(),
      }),
    ),
    years: z.array(z.int()),
  })
  .meta({ id: 'FigureChoices' })

/** A link of the page Figures (see `figure-link.ts`), and the format its answer is taken along in. */
export const FigureFile = z
  .object({ link: z.record(z.string().regex(/^[a-z]{1,20}$/), z.string().max(1000)), format: z.enum(['csv', 'xlsx']) })
  .meta({ id: 'FigureFile' })
