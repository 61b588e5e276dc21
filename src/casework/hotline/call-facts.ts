import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type DimensionValue, dimensionsOf, type OfficeFact } from '../fact-dimensions.ts'
import { yearIn } from '../when.ts'
import { consultationsOf, isTotals, listOf } from './call.ts'

/**
 * What figures count of a hotline contact: calls, consultations and persons are three units and never one. A contact is one
 * call; each topic answered is one consultation; a person is counted where the contact names a case, or where a mission
 * that shares totals counted persons.
 */
export interface CallFact {
  readonly record: string
  readonly office: string
  readonly year: number | null
  readonly count: number
  readonly case: string | null
  /** Persons that a mission counted; null: nobody did. */
  readonly persons: number | null
  readonly route: 'case_file' | 'counted_total'
  readonly dims: Readonly<Record<string, DimensionValue>>
}

/** One topic answered, or as many as totals say. */
export interface ConsultationFact extends Pick<CallFact, 'record' | 'office' | 'year' | 'count' | 'route' | 'dims'> {
  readonly slot: number
}

export interface CallFacts {
  readonly call: CallFact
  readonly consultations: readonly ConsultationFact[]
}

/** Facts of one contact or one line of totals, from open answers only. */
export function callFacts(d: Dictionary, record: RecordView, office: OfficeFact): CallFacts {
  const { content } = record
  const totals = isTotals(content)
  const year = yearIn(content.receivedOn)
  const route = totals ? 'counted_total' : 'case_file'
  const shared = { record: record.id, office: office.id, year, route } as const
  const dims = (kind: 'call' | 'consultation', call: RecordView) =>
    dimensionsOf(d, kind, { kind: 'call', call, office, year })
  const of = (topic: string): RecordView => ({ ...record, content: { ...content, topics: [topic] } })
  const topics = totals ? [] : listOf(content.topics)
  const many = consultationsOf(content)
  return {
    call: {
      ...shared,
      count: totals ? numberIn(content.calls) : 1,
      case: !totals && isAnswered(content.case) && typeof content.case === 'string' ? content.case : null,
      persons: totals && typeof content.persons === 'number' ? content.persons : null,
      dims: dims('call', record),
    },
    consultations:
      topics.length > 0
        ? topics.map((topic, slot) => ({ ...shared, slot, count: 1, dims: dims('consultation', of(topic)) }))
        : many > 0
          ? [{ ...shared, slot: 0, count: many, dims: dims('consultation', record) }]
          : [],
  }
}

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0)
