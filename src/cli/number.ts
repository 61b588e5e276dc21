import { InvalidArgumentError } from 'commander'

/** Parser of an option that takes a whole number, zero or more. */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0) throw new InvalidArgumentError('A whole number is needed.')
  return value
}
