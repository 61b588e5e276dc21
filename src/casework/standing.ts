import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Sensitivity } from '#dictionary/field.ts'
import { type Category, categoryCounted } from './category.ts'
import { type ConsentReading, consentInForce } from './consent.ts'
import { determinationInForce } from './determination.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { latest, ofType } from './latest.ts'
import { type OpenWork, openWork } from './tasks.ts'

/** Where things stand, for the head of the case page. */
export interface Standing {
  readonly category: Category
  readonly determination: RecordView | null
  readonly evidence: Evidence
  /** Purpose code -> what is in force today, in the order of the list. */
  readonly consents: readonly { readonly purpose: string; readonly reading: ConsentReading }[]
  readonly risk: RecordView | null
  readonly work: readonly OpenWork[]
  readonly openTasks: number
  readonly overdue: number
  /** The next date that something is due, today or later; null when nothing is planned. */
  readonly nextOn: string | null
  readonly completeness: readonly Completeness[]
  /** How many records of each type of the case there are; types without a place in the file are left out. */
  readonly counts: Readonly<Record<string, number>>
}

/** One section of the form of a person or case: questions with an answer, of all questions the reader may see. */
export interface Completeness {
  readonly type: 'person' | 'case'
  readonly section: string
  readonly answered: number
  readonly all: number
}

/** Classes the reader sees of a record type: fields of other classes count neither as answered nor as missing. */
export type Seen = (type: string) => ReadonlySet<Sensitivity>

export function standing(
  d: Dictionary,
  file: CaseFile,
  about: { readonly today: string; readonly seen?: Seen },
): Standing {
  const { today } = about
  const work = openWork(file, today)
  const dates = work.flatMap(({ dueOn }) => (dueOn !== null && dueOn >= today.slice(0, dueOn.length) ? [dueOn] : []))
  return {
    category: categoryCounted(file),
    determination: determinationInForce(file),
    evidence: readEvidence(file, d),
    consents: (d.lists.get('consent_purpose')?.codes ?? []).map(({ code }) => ({
      purpose: code,
      reading: consentInForce(file, code, { today }),
    })),
    risk: latest(ofType(file, 'risk'), 'assessedOn'),
    work,
    openTasks: work.filter(({ kind }) => kind === 'task').length,
    overdue: work.filter(({ state }) => state === 'overdue').length,
    nextOn: dates.toSorted()[0] ?? null,
    completeness: [
      ...completeness(d, 'person', { content: file.person?.content ?? {}, ...about }),
      ...completeness(d, 'case', { content: file.case.content, ...about }),
    ],
    counts: Object.fromEntries(
      [...d.recordTypes.values()]
        .filter(type => type.place !== undefined)
        .map(type => [type.id, ofType(file, type.id).length]),
    ),
  }
}

/** "Did not say" and "unknown" are answers: the question was asked. "Not asked" and an empty field are not. */
function completeness(
  d: Dictionary,
  type: 'person' | 'case',
  of: { readonly content: Content; readonly seen?: Seen },
): Completeness[] {
  const classes = of.seen?.(type)
  const sections = new Map<string, { answered: number; all: number }>()
  for (const [name, field] of Object.entries(d.recordTypes.get(type)?.fields ?? {})) {
    if (field.fixed || d.hidden.has(`${type}.${name}`) || (classes && !classes.has(field.class))) continue
    const section = sections.get(field.section ?? '') ?? { answered: 0, all: 0 }
    const value = of.content[name]
    section.all += 1
    if (value !== undefined && value !== null && value !== 'not_asked') section.answered += 1
    sections.set(field.section ?? '', section)
  }
  return [...sections].map(([section, count]) => ({ type, section, ...count }))
}
