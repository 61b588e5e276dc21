import { missingAnswers, reservedAnswers } from './answer.ts'
import { textLength } from './check.ts'
import type { Dictionary } from './dictionary.ts'
import type { Field } from './field.ts'

/** JSON Schema 2020-12, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>

const reserved: JsonSchema = { enum: [...reservedAnswers] }
const codesOf = (d: Dictionary, field: Field): string[] => (d.lists.get(field.list ?? '')?.codes ?? []).map(c => c.code)

/**
 * The content of a record of this type. No field is required, `null` takes a value back, and every field also takes the
 * reserved answers. Says what a value looks like; `checkContent` is stricter (days that exist, currencies, duplicates).
 */
export function jsonSchemaOf(d: Dictionary, type: string): JsonSchema {
  const declared = d.recordTypes.get(type)
  const properties: Record<string, JsonSchema> = {}
  for (const [name, field] of Object.entries(declared?.fields ?? {})) properties[name] = fieldSchema(d, field)
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: declared?.label ?? type,
    type: 'object',
    properties,
    additionalProperties: false,
  }
}

function fieldSchema(d: Dictionary, field: Field): JsonSchema {
  return {
    title: field.label,
    ...(field.help === undefined ? {} : { description: field.help }),
    ...(field.fixed === true ? { readOnly: true } : {}),
    'x-class': field.class,
    ...(field.list === undefined ? {} : { 'x-list': field.list }),
    anyOf: [valueSchema(d, field), reserved, { type: 'null' }],
  }
}

function valueSchema(d: Dictionary, field: Field): JsonSchema {
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return { type: 'string', maxLength: field.length ?? textLength[field.kind] }
    case 'code':
      return { enum: codesOf(d, field) }
    case 'codes':
      return { type: 'array', items: { enum: codesOf(d, field) }, uniqueItems: true }
    case 'marks':
      return {
        type: 'object',
        propertyNames: { enum: codesOf(d, field) },
        additionalProperties: { enum: ['yes', 'no', ...missingAnswers] },
      }
    case 'date':
      return { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?~?$', examples: ['2019', '2019-05', '2019-05-03~'] }
    case 'integer':
      return {
        type: 'integer',
        ...(field.min === undefined ? {} : { minimum: field.min }),
        ...(field.max === undefined ? {} : { maximum: field.max }),
      }
    case 'money':
      return {
        type: 'object',
        properties: {
          amount: { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,4})?$' },
          currency: { type: 'string', pattern: '^[A-Z]{3}$' },
        },
        required: ['amount', 'currency'],
        additionalProperties: false,
      }
    case 'reference':
      return { type: 'string', format: 'uuid', 'x-to': field.to ?? '' }
    default:
      return field.kind satisfies never
  }
}
