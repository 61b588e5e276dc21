import type { HashedFeature } from './schema.ts'
import { EncodingProblem } from './problem.ts'

/**
 * A value as it is cut into tokens: a missing one replaced, numbers without leading zeros, dates as yyyymmdd.
 * @throws EncodingProblem `value_invalid` that names the column, never the value.
 */
export function formatted(value: string, feature: HashedFeature): string {
  const { missingValue } = feature.hashing
  if (missingValue !== undefined && value === missingValue.sentinel)
    return missingValue.replaceWith ?? missingValue.sentinel
  const { format } = feature
  switch (format.type) {
    case 'string':
      return fitting(value, fits(value, format), feature)
    case 'enum':
      return fitting(value, format.values.includes(value), feature)
    case 'integer': {
      const plain = value.trim()
      const number = /^[+-]?\d+$/.test(plain) ? BigInt(plain.replace(/^\+/, '')) : null
      const within =
        number !== null &&
        (format.minimum === undefined || number >= BigInt(format.minimum)) &&
        (format.maximum === undefined || number <= BigInt(format.maximum))
      return fitting(String(number), within, feature)
    }
    case 'date':
      return dateDigits(value, format.format) ?? fitting(value, false, feature)
  }
}

function fits(value: string, format: Extract<HashedFeature['format'], { type: 'string' }>): boolean {
  if (format.encoding === 'ascii' && !/^\p{ASCII}*$/u.test(value)) return false
  if ('pattern' in format) return new RegExp(`^(?:${format.pattern})$`, 'u').test(value)
  const length = [...value].length
  if (format.case === 'upper' && value !== value.toUpperCase()) return false
  if (format.case === 'lower' && value !== value.toLowerCase()) return false
  return length >= (format.minLength ?? 0) && length <= (format.maxLength ?? Number.POSITIVE_INFINITY)
}

const digits: Readonly<Record<string, readonly [part: 'y' | 'm' | 'd', pattern: string]>> = {
  '%Y': ['y', '(\\d{4})'],
  '%m': ['m', '(\\d{1,2})'],
  '%d': ['d', '(\\d{1,2})'],
}

/** yyyymmdd of a date in a format of %Y, %m and %d; null when it does not fit or does not exist. */
function dateDigits(value: string, format: string): string | null {
  const parts: string[] = []
  const pattern = format.replace(/%.|[^%]/g, sign => {
    const known = digits[sign]
    if (known === undefined) return sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    parts.push(known[0])
    return known[1]
  })
  const found = new RegExp(`^${pattern}$`).exec(value.trim())
  if (found === null) return null
  const part = (name: string) => Number(found[parts.indexOf(name) + 1])
  const [year, month, day] = [part('y'), part('m'), part('d')]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`
}

function fitting(value: string, fit: boolean, feature: HashedFeature): string {
  if (fit) return value
  throw new EncodingProblem(
    'value_invalid',
    `A value in the column ${feature.identifier} is not what the schema wants (${feature.format.type}). Correct the file, or give the feature a missingValue.`,
  )
}
