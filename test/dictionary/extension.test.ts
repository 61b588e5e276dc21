import { describe, expect, test } from 'vitest'
import { messagesOf } from '#dictionary/catalogue.ts'
import { checkContent } from '#dictionary/check.ts'
import { columnsOf } from '#dictionary/columns.ts'
import { builtIn, labelOf, offeredCodes, offeredFields } from '#dictionary/dictionary.ts'
import { checkExtension, type Extension, fieldLabel, withExtensions } from '#dictionary/extension.ts'
import { ExtensionError } from '#dictionary/extension-problem.ts'
import { Extension as Schema } from '#dictionary/extension-schema.ts'
import { jsonSchemaOf } from '#dictionary/schema.ts'

const extension = (part: unknown): Extension => {
  const checked = checkExtension(builtIn, part)
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.extension
}
const problems = (part: unknown, d = builtIn) => {
  const checked = checkExtension(d, part)
  return checked.ok ? [] : checked.problems.map(p => p.code)
}
const label = { en: 'Camp', fr: 'Camp' }
const camp = { type: 'case', id: 'own_camp', kind: 'code', list: 'own_camps', label, class: 'open', dimension: true }
const { list: _list, ...unlisted } = camp
const { dimension: _dimension, ...uncounted } = camp
const camps = { id: 'own_camps', label, codes: [{ code: 'north', label: { en: 'North', fr: 'Nord' } }] }

describe('an organisation’s own field', () => {
  const d = withExtensions(builtIn, [extension({ fields: [camp], lists: [camps] })], 1)

  test('appears in check, schema, columns, dimensions and catalogue without touching code', () => {
    expect(d.version).toBe(1)
    expect(checkContent(d, 'case', { own_camp: 'north' })).toEqual([])
    expect(checkContent(d, 'case', { own_camp: 'south' })).toMatchObject([{ code: 'unknown_code', field: 'own_camp' }])
    expect(jsonSchemaOf(d, 'case')).toMatchObject({
      properties: { own_camp: { anyOf: [{ enum: ['north'] }, {}, {}] } },
    })
    expect(columnsOf(d, 'case').map(c => c.name)).toContain('case.own_camp')
    expect(d.dimensions.get('own_camp')).toMatchObject({
      list: 'own_camps',
      multiple: false,
      facts: ['instance'],
      source: { type: 'case', field: 'own_camp' },
    })
    const messages = messagesOf(d)
    expect(messages['field.case.own_camp']).toBe('Camp')
    expect(messages['list.own_camps.north']).toBe('North')
    expect(messages['dimension.own_camp']).toBe('Camp')
    expect(fieldLabel(d, 'case', 'own_camp', 'fr-CA')).toBe('Camp')
    expect(fieldLabel(d, 'case', 'status', 'fr')).toBe('Status')
  })

  test('leaves the built-in dictionary as it was', () => {
    expect(checkContent(builtIn, 'case', { own_camp: 'north' })).toMatchObject([{ code: 'unknown_field' }])
    expect(builtIn.dimensions.has('own_camp')).toBe(false)
  })

  test('may be published again with other words, never with another meaning', () => {
    expect(problems({ fields: [{ ...camp, label: { en: 'Site' } }] }, d)).toEqual([])
    expect(problems({ fields: [{ ...camp, kind: 'codes' }] }, d)).toEqual(['extension_redefines'])
    expect(problems({ fields: [{ ...uncounted, class: 'location' }] }, d)).toContain('extension_redefines')
    expect(problems({ fields: [{ ...camp, type: 'visit' }] }, d)).toEqual(['extension_redefines'])
    const more = withExtensions(
      d,
      [Schema.parse({ codes: [{ list: 'own_camps', code: 'south', label: { en: 'South' } }] })],
      2,
    )
    expect(offeredCodes(more, 'own_camps').map(c => c.code)).toEqual(['north', 'south'])
  })
})

describe('a built-in', () => {
  test.each([
    [{ fields: [{ ...camp, id: 'status' }] }, 'extension_not_own'],
    [{ lists: [{ ...camps, id: 'sex' }] }, 'extension_not_own'],
    [{ codes: [{ list: 'sex', code: 'female', label }] }, 'extension_redefines'],
    [{ codes: [{ list: 'sex', code: 'fourth', label }] }, 'extension_not_own'],
    [{ codes: [{ list: 'exploitation', code: 'own_x', label }] }, 'extension_unknown_target'],
    [{ lists: [{ ...camps, codes: [{ code: 'unknown', label }] }] }, 'extension_redefines'],
    [{ fields: [{ ...camp, list: 'nosuch' }] }, 'extension_unknown_list'],
    [{ fields: [unlisted] }, 'extension_needs_list'],
    [{ fields: [{ ...camp, list: 'sex', type: 'nosuch' }] }, 'extension_unknown_type'],
    [{ fields: [{ ...camp, list: 'sex', class: 'health' }] }, 'extension_dimension'],
    [
      {
        fields: [
          { ...camp, list: 'sex' },
          { ...camp, list: 'sex' },
        ],
      },
      'extension_redefines',
    ],
    [{ hidden: ['case.nosuch'] }, 'extension_unknown_target'],
    [{ fields: 'x' }, 'extension_shape'],
    [null, 'extension_shape'],
    [{ surprise: 1 }, 'extension_shape'],
  ])('cannot be redefined, and what does not fit is named: %o', (part, code) => {
    expect(problems(part)).toContain(code)
  })

  test('a stored extension that does not fit stops with its problems', () => {
    const bad = Schema.parse({ codes: [{ list: 'sex', code: 'female', label }] })
    expect(() => withExtensions(builtIn, [bad], 1)).toThrow(ExtensionError)
  })

  test('can be hidden and shown again; old records keep it', () => {
    const hidden = withExtensions(builtIn, [extension({ hidden: ['person.salutation', 'exit_mode.journalist'] })], 1)
    expect(offeredFields(hidden, 'person').map(([name]) => name)).not.toContain('salutation')
    expect(offeredCodes(hidden, 'exit_mode').map(c => c.code)).not.toContain('journalist')
    expect(checkContent(hidden, 'case', { exitMode: 'journalist' })).toEqual([])
    expect(labelOf(hidden, 'exit_mode', 'journalist')).toBe('Journalist')
    const shown = withExtensions(hidden, [extension({ shown: ['person.salutation'] })], 2)
    expect(offeredFields(shown, 'person').map(([name]) => name)).toContain('salutation')
  })

  test('ids that can be hidden are unambiguous between types and lists', () => {
    for (const [id, type] of builtIn.recordTypes) {
      const codes = builtIn.lists.get(id)?.codes.map(c => c.code) ?? []
      for (const code of codes) expect(Object.hasOwn(type.fields, code), `${id}.${code}`).toBe(false)
    }
  })
})

test('an own code in a grouped list is counted under its group', () => {
  const d = withExtensions(
    builtIn,
    [
      extension({
        codes: [{ list: 'exploitation', code: 'own_scam_work', label: { en: 'Online scams' }, group: 'criminality' }],
      }),
    ],
    1,
  )
  expect(checkContent(d, 'episode', { exploitation: { own_scam_work: 'yes' } })).toEqual([])
})

test('an own questionnaire is checked: lists, fields, and conditions only on earlier questions', () => {
  const questionnaire = (relevant: unknown) => ({
    questionnaires: [
      {
        id: 'own_intake',
        version: '1',
        title: 'Intake',
        provenance: 'ours',
        verified: true,
        sections: [
          {
            id: 'a',
            label: 'A',
            questions: [
              { id: 'one', kind: 'code', list: 'yes_no', label: { en: 'One?' } },
              { id: 'two', kind: 'text', label: { en: 'Two?' }, relevant },
            ],
          },
        ],
      },
    ],
  })
  expect(problems(questionnaire({ not: { is: ['one', 'no'] } }))).toEqual([])
  expect(problems(questionnaire({ answered: 'two' }))).toEqual(['extension_unknown_question'])
  const d = withExtensions(builtIn, [extension(questionnaire({ is: ['one', 'yes'] }))], 1)
  expect(messagesOf(d)['question.own_intake@1.two']).toBe('Two?')
  expect(problems(questionnaire({ is: ['one', 'yes'] }), d)).toEqual(['extension_redefines'])
})
