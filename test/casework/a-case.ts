import type { CaseFile, Change, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'

/** Builders that say only what matters to a test. Ids are readable: the rules never look into them. */
export const today = '2026-11-22'

let n = 0
export function aRecord(type: string, content: Content, more: Partial<RecordView> = {}): RecordView {
  n += 1
  const at = new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString()
  return {
    type,
    id: `${type}-${n}`,
    office: 'kyiv',
    person: 'person-1',
    case: 'case-1',
    version: 1,
    content,
    dictionary: 1,
    author: 'u1',
    createdAt: at,
    updatedAt: at,
    ...more,
  }
}

export function aCase(content: Content, records: readonly RecordView[] = [], person: Content = {}): CaseFile {
  return {
    person: aRecord('person', person, { id: 'person-1', case: null }),
    case: aRecord('case', content, { id: 'case-1', createdAt: '2026-01-01T00:00:00.000Z' }),
    records,
  }
}

export function aChange(type: string, set: Content, more: Partial<Change> = {}): Change {
  return {
    id: 'change-1',
    type,
    record: `${type}-new`,
    base: 0,
    office: 'kyiv',
    person: 'person-1',
    case: 'case-1',
    set,
    madeAt: '2026-11-22T10:00:00.000Z',
    dictionary: 1,
    ...more,
  }
}

/** Told in two sittings: recruited, deceived, forced labour. */
export const indicated = [
  aRecord('screening', { act: { recruitment: 'yes' }, means: { false_promises: 'yes' } }),
  aRecord('screening', { purpose: { forced_labour: 'yes' } }),
]
