import type { RecordView } from '#changes/change.ts'
import { byCode, type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import type { DimensionValue } from '../fact-dimensions.ts'
import { readMany, readOne } from '../fact-value.ts'
import { inCurrency, moneyIn, parseAmount } from '../planning/money.ts'
import { yearIn } from '../when.ts'

/** What figures count of projects, funds and the money given to them: from open answers only, pure. */

type Dims = Readonly<Record<string, DimensionValue>>

export interface ProjectFact {
  readonly record: string
  readonly office: string
  readonly region: string | null
  readonly name: string | null
  readonly from: number | null
  /** Null: it still runs, or nobody said. */
  readonly to: number | null
  /** 0 while it is only planned. */
  readonly count: 0 | 1
  readonly dims: Dims
}

export interface FundingFact {
  readonly record: string
  readonly office: string
  readonly region: string | null
  /** Id of the project or fund. */
  readonly source: string | null
  readonly year: number | null
  readonly amount: string | null
  readonly currency: string | null
  /** Whole US dollars at the stored rate, half up. */
  readonly usd: string | null
  readonly dims: Dims
}

/** A project or fund with the contributions to it, and donors by id. */
export interface Funded {
  readonly source: RecordView
  readonly contributions: readonly RecordView[]
  readonly donors: ReadonlyMap<string, RecordView>
  /** Of the office that keeps it. */
  readonly region: string | null
}

const privately: ReadonlySet<unknown> = new Set(['private', 'private_anonymous'])

/** The name that a figure may say: private persons are one word, whatever was written. Null: nobody knows. */
export function donorName(donor: RecordView | undefined): string | null {
  if (!donor) return null
  const { kind, name } = donor.content
  if (privately.has(kind)) return 'Private donors'
  return isAnswered(name) ? plainText(name).trim() : null
}

export function projectFact({ source, contributions, donors, region }: Funded): ProjectFact {
  const { id, type, office, content } = source
  const [from, to] = [yearIn(content.from), yearIn(content.to)]
  // It ended on a day that nobody wrote down: of its years only the first is known.
  const ended = content.state === 'ended' && to === null
  return {
    record: id,
    office,
    region: regionOf(content, region),
    name: isAnswered(content.name) ? plainText(content.name) : null,
    from,
    to: ended ? from : to,
    count: content.state === 'planned' ? 0 : 1,
    dims: {
      ...namesOf(source),
      money_source: type,
      donor: donorNames(contributions, donors),
      project_country: readMany([content.countries], code => code),
      component: readMany([content.components], code => code),
    },
  }
}

export function fundingFacts({ source, contributions, donors, region }: Funded): readonly FundingFact[] {
  return contributions
    .map(each => fundingFact(each, { source, donors, region }))
    .sort((a, b) => byCode(a.record, b.record))
}

/** Of a contribution that names no project or fund that exists, `source` is null. */
export function fundingFact(
  { id, office, content }: RecordView,
  { source, donors, region }: Omit<Funded, 'contributions' | 'source'> & { readonly source: RecordView | null },
): FundingFact {
  const money = moneyIn(content.amount)
  const usd = money && inCurrency(money, 'USD', content.rate)
  const name = donorName(donors.get(plainText(content.donor)))
  return {
    record: id,
    office,
    region: source ? regionOf(source.content, region) : region,
    source: source?.id ?? null,
    year: yearIn(content.agreedOn),
    amount: money?.amount ?? null,
    currency: money?.currency ?? null,
    usd: usd && wholeUnits(usd.amount),
    dims: {
      ...(source ? namesOf(source) : { project: null, fund: null }),
      donor: name === null ? null : [name],
      rated: usd ? 'yes' : 'no',
    },
  }
}

const regionOf = (content: Content, region: string | null): string | null =>
  readOne([content.region], code => code) ?? region

function namesOf({ type, content }: RecordView): Dims {
  const code = isAnswered(content.code) ? plainText(content.code).trim() : null
  return { project: type === 'project' ? code : null, fund: type === 'fund' ? code : null }
}

function donorNames(contributions: readonly RecordView[], donors: Funded['donors']): readonly string[] | null {
  const names = contributions.flatMap(({ content }) => donorName(donors.get(plainText(content.donor))) ?? [])
  return names.length === 0 ? null : [...new Set(names)].sort(byCode)
}

function wholeUnits(amount: string): string {
  const units = parseAmount(amount) ?? 0n
  return String((units + 5_000n) / 10_000n)
}
