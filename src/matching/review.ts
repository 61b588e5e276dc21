import type { RecordView } from '#changes/change.ts'
import { type Agreement, agreementOf } from '#linkage/count/agreement.ts'
import { bitsOf, chance } from '#linkage/train/em.ts'
import { visibleViews } from '#register/files.ts'
import { latestLinkageRun, type LinkageCard } from '#register/linkage-run.ts'
import { logShown } from '#register/read-log.ts'
import { pairsAround, type ReviewPair, verdictsMet } from '#register/review-pairs.ts'
import { type RecordRow, recordColumns } from '#register/rows.ts'
import type { Work } from '#register/work.ts'
import { type Evidence, evidenceOf, knownModel } from './known-model.ts'
import { placesOnOneDay, type SameDay } from './same-day.ts'

/** The two records of a pair as their reviewer may see them: who they are and which cases they have, never a story. */
export interface Side {
  readonly person: RecordView
  readonly cases: readonly RecordView[]
}

/** Both sides, each opening in the read log; null when one is no longer the reader’s to see. */
export async function sidesOf(work: Work, { a, b }: ReviewPair): Promise<readonly [Side, Side] | null> {
  const views = await seenOf(work, [a, b])
  const side = (id: string): Side | null => {
    const person = views.get(id)
    if (person?.type !== 'person') return null
    return { person, cases: [...views.values()].filter(view => view.type === 'case' && view.person === id) }
  }
  const [left, right] = [side(a), side(b)]
  if (!left || !right) return null
  await logShown(
    work,
    [left.person, right.person].map(({ id, office }) => ({ id, office })),
    { action: 'open_person', purpose: 'same_person' },
  )
  return [left, right]
}

async function seenOf(work: Work, persons: readonly string[]): Promise<ReadonlyMap<string, RecordView>> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'review-persons',
    text: `select ${recordColumns} from record where person = any($1::uuid[]) and type in ('person', 'case')`,
    values: [persons],
  })
  return visibleViews(work, rows)
}

/** What speaks for and against one person: the weights that the linkage gave, and what a reviewer should know besides. */
export interface PairEvidence {
  readonly probability: number
  /** Bits (log2 of the odds): where every pair begins, then what each comparison adds, then how rare the names are. */
  readonly prior: number
  readonly parts: readonly {
    readonly of: Evidence
    readonly seen: 'same' | 'close' | 'different' | 'unknown'
    readonly bits: number
  }[]
  readonly frequency: number
  readonly weight: number
  readonly namesakes: readonly [number, number]
  readonly foundAt: string
  /** A record was changed after the linkage, whose weights are of what stood there then. */
  readonly changedSince: boolean
  readonly sameDay: readonly SameDay[]
  readonly group: Group
}

export interface Group {
  readonly persons: readonly { readonly id: string; readonly office: string; readonly person: RecordView | null }[]
  readonly ties: readonly {
    readonly a: string
    readonly b: string
    readonly probability: number
    readonly decided: boolean
  }[]
  /** There are more than are shown. */
  readonly more: boolean
}

export async function evidenceOfPair(
  work: Work,
  pair: ReviewPair,
  sides: readonly [Side, Side],
): Promise<PairEvidence> {
  const run = await latestLinkageRun(work.client)
  const prior = bitsOf(run?.card?.prior ?? knownModel.prior)
  const parts = evidenceOf.map((of, c) => {
    const bits = pair.parts[c] ?? 0
    return { of, seen: seenAt(c, pair.levels[c] ?? 0, bits), bits }
  })
  return {
    probability: chance(pair.weight),
    prior,
    parts,
    frequency: pair.weight - prior - parts.reduce((sum, { bits }) => sum + bits, 0),
    weight: pair.weight,
    namesakes: pair.namesakes,
    foundAt: pair.foundAt.toISOString(),
    changedSince: sides.some(({ person }) => new Date(person.updatedAt) > pair.foundAt),
    sameDay: await placesOnOneDay(work, [pair.a, pair.b]),
    group: await groupOf(work, pair),
  }
}

/** By digit of the pattern: 0 says nothing, then the levels, best first, then “different”; so is a level that speaks against. */
function seenAt(comparison: number, digit: number, bits: number): PairEvidence['parts'][number]['seen'] {
  const levels = knownModel.settings.compare[comparison]?.levels.length ?? 0
  return digit === 0 ? 'unknown' : digit === 1 ? 'same' : digit > levels || bits < 0 ? 'different' : 'close'
}

const mostInGroup = 24

/** Everybody who would be the same person through links that count, a few steps far. */
async function groupOf(work: Work, pair: ReviewPair): Promise<Group> {
  const found = new Map<string, ReviewPair>()
  const offices = new Map([
    [pair.a, pair.offices[0]],
    [pair.b, pair.offices[1]],
  ])
  let more = false
  for (let edge = [...offices.keys()]; edge.length > 0 && !more; ) {
    const around = await pairsAround(work, edge, mostInGroup * 4)
    const before = new Set(offices.keys())
    for (const each of around) {
      if (offices.size >= mostInGroup && !(offices.has(each.a) && offices.has(each.b))) {
        more = true
        continue
      }
      found.set(each.id, each)
      offices.set(each.a, each.offices[0]).set(each.b, each.offices[1])
    }
    edge = [...offices.keys()].filter(id => !before.has(id))
  }
  const others = [...offices.keys()].filter(id => id !== pair.a && id !== pair.b)
  const views = others.length === 0 ? new Map<string, RecordView>() : await seenOf(work, others)
  const persons = [...offices].map(([id, office]) => ({ id, office, person: views.get(id) ?? null }))
  await logShown(
    work,
    persons.flatMap(({ id, office, person }) => (person ? [{ id, office }] : [])),
    { action: 'open_person', purpose: 'same_person' },
  )
  return {
    persons,
    ties: [...found.values()].map(({ a, b, weight, decided }) => ({ a, b, probability: chance(weight), decided })),
    more,
  }
}

/** What a reviewer sees of the latest linkage. Counts of the whole register only for those who may count all of it. */
export interface ReviewNumbers {
  readonly madeAt: string
  readonly records: number | null
  readonly persons: number | null
  readonly interval: { readonly from: number; readonly to: number } | null
  readonly card: LinkageCard | null
}

export async function numbersFor(work: Work): Promise<{ run: ReviewNumbers | null; agreement: Agreement }> {
  const agreement = agreementOf(await verdictsMet(work))
  const run = await latestLinkageRun(work.client)
  if (!run) return { run: null, agreement }
  const all = work.permissions.reach('count').all
  const { records, persons, interval } = run.count
  return {
    run: {
      madeAt: run.madeAt,
      records: all ? records : null,
      persons: all ? persons : null,
      interval: all ? { from: interval.from, to: interval.to } : null,
      card: run.card && (all ? run.card : { ...run.card, curve: [], weights: [] }),
    },
    agreement,
  }
}
