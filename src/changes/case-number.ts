/**
 * Case numbers that can be read over a telephone: office code, two digits of the year, running number, check letter.
 * The check letter (weighted sum modulo 23, letters without I, O and L) catches every single wrong digit and every
 * swap of neighbours.
 */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ'

export function caseNumber(officeCode: string, year: number, running: number): string {
  const digits = `${String(year % 100).padStart(2, '0')}${String(running).padStart(6, '0')}`
  return `${officeCode}-${digits.slice(0, 2)}-${digits.slice(2)}-${checkLetter(digits)}`
}

/** The number in its canonical spelling, or null when it cannot be one (wrong form or check letter). */
export function readCaseNumber(text: string): string | null {
  const match = /^\s*([A-Z0-9][A-Z0-9_-]{0,19})-(\d{2})-?(\d{6,12})-?([A-Z])\s*$/.exec(text.toUpperCase())
  if (!match) return null
  const [, code = '', year = '', running = '', letter = ''] = match
  return checkLetter(year + running) === letter ? `${code}-${year}-${running}-${letter}` : null
}

function checkLetter(digits: string): string {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum = (sum + (Number(digits[i]) + 1) * (((digits.length - i) % 22) + 1)) % 23
  return letters[sum] ?? 'A'
}
