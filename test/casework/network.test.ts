import { describe, expect, test } from 'vitest'
import { checkCase } from '#casework/check.ts'
import { type Around, nothingAround } from '#casework/rule-set.ts'
import type { Content } from '#dictionary/answer.ts'
import { builtIn } from '#dictionary/dictionary.ts'
import { aCase, aChange, aRecord, today } from './a-case.ts'

const inOffice = { person: null, case: null }
const suspects = [
  aRecord('suspect', { kind: 'person', state: 'in_view' }, { ...inOffice, id: 'rosa' }),
  aRecord('suspect', { kind: 'vehicle', state: 'in_view' }, { ...inOffice, id: 'van' }),
  aRecord('suspect', { kind: 'person', state: 'set_aside' }, { ...inOffice, id: 'aside' }),
  aRecord('suspect', { kind: 'person', state: 'in_view' }, { ...inOffice, id: 'far', office: 'rome' }),
  aRecord('project', { code: 'P1' }, { ...inOffice, id: 'project' }),
]
const around: Around = { ...nothingAround, record: id => suspects.find(each => each.id === id) ?? null }
const problems = (type: string, set: Content, o: { known?: boolean; machine?: boolean } = {}) => {
  const file = aCase({}, o.known ? [aRecord(type, {}, { id: `${type}-new` })] : [])
  const actor = { id: 'u1', machine: o.machine ?? false, may: () => true }
  return checkCase(builtIn, type === 'suspect' ? null : file, aChange(type, set), { today, actor, around }).map(
    ({ code, field }) => [code, field],
  )
}
const whole: Content = { from: 'rosa', role: 'recruiter', certainty: 'probable' }

describe('a suspect is recognised by the next colleague', () => {
  test.each<[string, Content, unknown]>([
    ['kind and words', { kind: 'company', label: 'Blue Horizon' }, []],
    ['words only', { label: 'Blue Horizon' }, [['suspect_incomplete', 'kind']]],
    ['kind only', { kind: 'company' }, [['suspect_incomplete', 'label']]],
    ['words unknown', { kind: 'company', label: 'unknown' }, [['suspect_incomplete', 'label']]],
    ['words taken back', { kind: 'company', label: null }, [['suspect_incomplete', 'label']]],
  ])('%s', (_, set, expected) => expect(problems('suspect', set)).toEqual(expected))
})

describe('a tie has two different ends, a role, a certainty, and its dates in order', () => {
  test.each<[string, Content, unknown]>([
    ['a suspect and the person of the case', whole, []],
    ['two suspects', { ...whole, to: 'van' }, []],
    ['one suspect twice', { ...whole, to: 'rosa' }, [['tie_to_itself', 'to']]],
    ['no suspect', { role: 'recruiter', certainty: 'possible' }, [['tie_without_suspect', 'from']]],
    ['no role', { from: 'rosa', certainty: 'possible' }, [['tie_without_role', 'role']]],
    ['no certainty', { from: 'rosa', role: 'recruiter' }, [['tie_without_certainty', 'certainty']]],
    ['certainty not asked', { ...whole, certainty: 'not_asked' }, [['tie_without_certainty', 'certainty']]],
    ['a suspect of another office', { ...whole, from: 'far' }, [['tie_suspect_unknown', 'from']]],
    ['a suspect nobody has', { ...whole, to: 'nobody' }, [['tie_suspect_unknown', 'to']]],
    ['a project in place of a suspect', { ...whole, from: 'project' }, [['tie_suspect_unknown', 'from']]],
    ['a suspect that was set aside', { ...whole, from: 'aside' }, [['tie_suspect_set_aside', 'from']]],
    ['in order', { ...whole, since: '2025-03', until: '2025-03-04' }, []],
    ['out of order', { ...whole, since: '2025-03', until: '2024' }, [['date_before', 'until']]],
    ['after today', { ...whole, since: '2031' }, [['date_in_future', 'since']]],
  ])('%s', (_, set, expected) => expect(problems('tie', set)).toEqual(expected))

  test('a tie that stands is not refused because its suspect was set aside since', () => {
    expect(problems('tie', { ...whole, from: 'aside', until: '2025' }, { known: true })).toEqual([])
  })

  test('the register itself names suspects that are written in the same load; two ends it needs as well', () => {
    expect(problems('tie', { ...whole, from: 'nobody' }, { machine: true })).toEqual([])
    expect(problems('tie', { ...whole, to: 'rosa' }, { machine: true })).toEqual([['tie_to_itself', 'to']])
  })
})
