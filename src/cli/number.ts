import { InvalidArgumentError } from 'commander'

/** Parser of an option that takes a whole number, zero or more. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('A whole number is needed.')
  return value
}

/** Parser of an option that takes a number such as 0.5 or 1e-9. */
export function decimal(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('A number is needed.')
  return value
}

/** Parser of an option that takes names: a,b,c. */
export const listOfNames = (text: string): string[] =>
  text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '')
