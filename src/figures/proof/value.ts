import { exactly, type Interval, rounded, scale } from './amount.ts'
import { magnitudes, speltNumber } from './number-words.ts'

/** A published number: what is printed, and what the true number may be. Magnitudes; the sign stands apart. */
export interface PrintedNumber {
  readonly kind: 'number'
  /** As printed, in ten-thousandths; of a share and a change in percent. */
  readonly at: number
  readonly may: Interval
  readonly percent: boolean
  /** "decline of 7%", "-7%". */
  readonly negative: boolean
  /** "more than", "nearly", "two thirds": not meant to the last digit. */
  readonly hedged: boolean
  /** The 8 of "6 of the 8 regions", in ten-thousandths. */
  readonly of: number | null
}

export type Printed =
  | PrintedNumber
  | { readonly kind: 'range'; readonly low: number; readonly high: number; readonly percent: boolean }
  /** "not available": there is no number, which is not 0. */
  | { readonly kind: 'missing' }
  /** "c": there is a number, and it is withheld. */
  | { readonly kind: 'suppressed' }

/** Why a cell is no published value; the door says it in words. */
export type ValueProblem = 'not_value' | 'note_mark' | 'point_or_comma' | 'too_precise' | 'too_many_digits'

const missing: ReadonlySet<string> = new Set(['n/a', 'na', 'not available', '-', '–', '—', '..', '…'])
const withheld: ReadonlySet<string> = new Set(['c', 'suppressed', '(c)'])

const falling = /^(?:an? )?(?:decline|decrease|fall|drop|reduction|fell|fallen|declined|decreased|down)(?: of| by)? /
const rising = /^(?:an? )?(?:increase|rise|growth|rose|risen|grew|increased|up)(?: of| by)? /
const hedges: readonly (readonly [RegExp, (at: number) => Interval])[] = [
  [
    /^(?:more than|over|at least|above|no fewer than|>|≥) ?/,
    at => ({ low: at, high: Number.POSITIVE_INFINITY, open: true }),
  ],
  [/^(?:less than|fewer than|under|below|up to|at most|as many as|<|≤) ?/, at => ({ low: 0, high: at, open: false })],
  // How far "nearly" and "about" reach is a judgement: a tenth. 2,749 is "approximately 2,700"; 8.8% is not "almost 10%".
  [/^(?:almost|nearly|close to) /, at => ({ low: at * 0.9, high: at, open: true })],
  [/^(?:approximately|approx\.?|about|around|some|roughly|circa|ca\.?|~|≈) ?/, about],
]

function about(at: number): Interval {
  return { low: at * 0.9, high: at * 1.1, open: false }
}

/**
 * Reads a value as a report prints it: "5,498", "53%", "approximately 2,700", "nearly two thirds (62%)", "decline of 7%",
 * "6 of the 8 regions", "17% to 26%", "USD 27,791,930", "9.9 million", "not available", "c". Digits of other scripts are
 * digits. Words after the number are passed over; a second number is not.
 */
export function readPrinted(text: string): Printed | ValueProblem {
  // Normalising would make the mark of a note a digit: 1200⁴ is not 12004.
  if (/[⁰¹²³⁴-⁹]/.test(text)) return 'note_mark'
  const plain = simplified(text)
  if (missing.has(plain)) return { kind: 'missing' }
  if (withheld.has(plain)) return { kind: 'suppressed' }
  const inside = /\(([^()]*\d[^()]*)\)/.exec(plain)?.[1]
  if (inside !== undefined) return readPrinted(inside)
  const spread = readRange(plain)
  if (spread !== null) return spread
  const negative = falling.test(plain) || /^[-−]/.test(plain)
  const unsigned = plain
    .replace(/^only /, '')
    .replace(falling, '')
    .replace(rising, '')
    .replace(/^[-−+] ?/, '')
  const hedge = hedges.find(([words]) => words.test(unsigned))
  const number = readNumber(hedge ? unsigned.replace(hedge[0], '') : unsigned)
  if (typeof number === 'string') return number
  const { at, percent, of } = number
  const may = hedge ? hedge[1](at) : number.may
  return { kind: 'number', at, may: whole(may), percent, negative, hedged: number.hedged || hedge !== undefined, of }
}

const whole = ({ low, high, open }: Interval): Interval => ({
  low: Math.round(low),
  high: Number.isFinite(high) ? Math.round(high) : high,
  open,
})

function simplified(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\p{Nd}/gu, digit => String(digitOf(digit)))
    .replace(/٪/g, '%')
    .toLowerCase()
    .replace(/\bper ?cent\b/g, '%')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Unicode keeps decimal digits in runs of ten that begin with zero. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  if (code < 128) return code - 48
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return (code - zero) % 10
}

const digits = String.raw`(\d{1,3}(?:[ ,'’]\d{3})+(?!\d)|\d+)(?:([.,])(\d+))?`
const oneNumber = new RegExp(`^(?:[a-z]{3} |[$€£] ?)?${digits}`)
const twoNumbers = new RegExp(`^${digits} ?(%?) ?(?:to|-|–|—) ?${digits} ?(%?)$`)

function readRange(plain: string): Printed | ValueProblem | null {
  const found = twoNumbers.exec(plain)
  if (found === null) return null
  const [, a, aPoint, aPart, , b, bPoint, bPart, percent] = found
  const low = amountOf(a, aPoint, aPart, percent === '%')
  const high = amountOf(b, bPoint, bPart, percent === '%')
  if (typeof low === 'string') return low
  if (typeof high === 'string') return high
  return { kind: 'range', low: low.at, high: high.at, percent: percent === '%' }
}

type Number = Pick<PrintedNumber, 'at' | 'may' | 'percent' | 'hedged' | 'of'>

function readNumber(text: string): Number | ValueProblem {
  const spelt = speltNumber(text)
  if (spelt !== null) {
    if (/[\d%]/.test(spelt.rest)) return 'not_value'
    const may = spelt.percent ? about(spelt.amount) : exactly(spelt.amount)
    return { at: spelt.amount, may, percent: spelt.percent, hedged: spelt.percent, of: null }
  }
  const found = oneNumber.exec(text)
  if (found === null) return 'not_value'
  const [all, a, point, part] = found
  let rest = text.slice(all.length)
  const magnitude = /^ (hundred|thousand|million|billion)\b/.exec(rest)
  if (magnitude !== null) rest = rest.slice(magnitude[0].length)
  const percent = /^ ?%/.test(rest)
  if (percent) rest = rest.replace(/^ ?%/, '')
  const read = amountOf(a, point, part, percent || magnitude !== null)
  if (typeof read === 'string') return read
  const times = magnitudes.get(magnitude?.[1] ?? '') ?? 1
  const at = read.at * times
  if (at > most) return 'too_many_digits'
  const of = /^ (?:out )?of (?:the )?(\d+)\b(.*)$/s.exec(rest)
  if (/[\d%]/.test(of ? (of[2] ?? '') : rest)) return 'not_value'
  const counted = !percent && times === 1 && part === undefined
  const may = counted ? exactly(at) : rounded(at, read.place * times)
  return { at, may, percent, hedged: false, of: of ? Number(of[1]) * scale : null }
}

/** Sums of many such amounts stay whole numbers that a double holds. */
const most = 900_000_000_000 * scale

function amountOf(
  whole: string | undefined,
  point: string | undefined,
  part: string | undefined,
  decimalsMeant: boolean,
): { at: number; place: number } | ValueProblem {
  const number = (whole ?? '').replace(/\D/g, '')
  if (number.length > 12) return 'too_many_digits'
  if (part === undefined) return { at: Number(number) * scale, place: scale }
  // 5.498 is five thousand in one country and five and a half in the next.
  if (part.length === 3 && !decimalsMeant) return 'point_or_comma'
  if (point === ',' && part.length > 3) return 'point_or_comma'
  if (part.length > 3) return 'too_precise'
  return { at: Number(number) * scale + Number(part.padEnd(4, '0')), place: scale / 10 ** part.length }
}
