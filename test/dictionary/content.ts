import fc from 'fast-check'
import { type Content, missingAnswers, type Value } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { formatPartialDate } from '#dictionary/partial-date.ts'

/** Any valid value of a field and any valid content of a record type, for laws. */
const aDate = fc
  .record({
    day: fc.date({ min: new Date('1850-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }),
    precision: fc.constantFrom(1, 2, 3),
    estimated: fc.boolean(),
  })
  .map(({ day, precision, estimated }) =>
    formatPartialDate({
      year: day.getUTCFullYear(),
      month: precision > 1 ? day.getUTCMonth() + 1 : null,
      day: precision > 2 ? day.getUTCDate() : null,
      estimated,
    }),
  )

const aText = (max: number) =>
  fc
    .string({ unit: 'grapheme-composite', maxLength: Math.min(max, 20) })
    .filter(s => !/\p{Cc}/u.test(s) && [...s].length <= max)

export function aValue(d: Dictionary, field: Field): fc.Arbitrary<Value> {
  const codes = d.lists.get(field.list ?? '')?.codes.map(c => c.code) ?? []
  const real = (): fc.Arbitrary<Value> => {
    switch (field.kind) {
      case 'text':
      case 'long_text':
        return aText(field.length ?? 200)
      case 'code':
        return fc.constantFrom(...codes)
      case 'codes':
        return fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 5 })
      case 'marks':
        return fc.dictionary(
          fc.constantFrom(...codes),
          fc.constantFrom('yes' as const, 'no' as const, ...missingAnswers),
          {
            maxKeys: 5,
            noNullPrototype: true,
          },
        )
      case 'date':
        return aDate
      case 'integer':
        return fc.integer({ min: field.min ?? -1000, max: field.max ?? 1000 })
      case 'money':
        return fc.record({
          amount: fc.integer({ min: -1_000_000, max: 1_000_000 }).map(n => (n / 100).toFixed(2)),
          currency: fc.constantFrom('USD', 'EUR', 'XOF', 'UAH'),
        })
      case 'reference':
        return fc.uuid()
    }
  }
  return fc.oneof({ weight: 4, arbitrary: real() }, fc.constantFrom<Value>(null, ...missingAnswers))
}

export function aContent(
  d: Dictionary,
  type: string,
  options: { fixed: boolean } = { fixed: false },
): fc.Arbitrary<Content> {
  const fields = Object.entries(d.recordTypes.get(type)?.fields ?? {}).filter(
    ([, f]) => options.fixed || f.fixed !== true,
  )
  return fc.record(Object.fromEntries(fields.map(([name, f]) => [name, aValue(d, f)])), {
    requiredKeys: [],
    noNullPrototype: true,
  }) as fc.Arbitrary<Content>
}
