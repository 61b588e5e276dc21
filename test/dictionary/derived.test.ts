import { expect, test } from 'vitest'
import { messagesOf } from '#dictionary/catalogue.ts'
import { columnsOf } from '#dictionary/columns.ts'
import { sectionLabels } from '#dictionary/data/sections.ts'
import { builtIn as d } from '#dictionary/dictionary.ts'
import { jsonSchemaOf } from '#dictionary/schema.ts'

test('every type, field, code, section, dimension and question has words', () => {
  const messages = messagesOf(d)
  for (const [key, text] of Object.entries(messages)) expect(text.trim(), key).not.toBe('')
  for (const [id, type] of d.recordTypes) {
    for (const key of [`type.${id}`, `type.${id}.plural`, `type.${id}.empty`]) expect(messages[key], key).toBeDefined()
    for (const [name, field] of Object.entries(type.fields)) {
      expect(messages[`field.${id}.${name}`]).toBe(field.label)
      if (field.section !== undefined) expect(sectionLabels[field.section], field.section).toBeDefined()
    }
  }
  expect(messages['answer.did_not_say']).toBe('Did not say')
  expect(messages['list.age_band.0--8']).toBe('0–8')
  expect(messages['question.delphi_adult_labour@2009.d5_debt_bondage']).toBe('Debt bondage')
  expect(messages['problem.not_a_date']).toBeDefined()
})

test('columns are named type.field, marks once a code or all in one cell', () => {
  const wide = columnsOf(d, 'episode').map(c => c.name)
  expect(wide).toContain('episode.means.debt_bondage')
  expect(wide).not.toContain('episode.means')
  expect(new Set(wide).size).toBe(wide.length)
  expect(columnsOf(d, 'episode', { marks: 'cell' }).map(c => c.name)).toContain('episode.means')
  expect(columnsOf(d, 'nosuch')).toEqual([])
})

test('the schema takes reserved answers and null for every field, and no unknown field', () => {
  for (const type of d.recordTypes.keys()) {
    const schema = jsonSchemaOf(d, type)
    expect(schema.additionalProperties).toBe(false)
    for (const property of Object.values(schema.properties as Record<string, { anyOf: unknown[] }>)) {
      expect(property.anyOf).toHaveLength(3)
    }
  }
  expect(JSON.parse(JSON.stringify(jsonSchemaOf(d, 'person')))).toEqual(jsonSchemaOf(d, 'person'))
})
