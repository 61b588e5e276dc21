import { holdsNumber } from '../hotline/call.ts'

/**
 * Does a text that is meant for print hold what leads to one person: a telephone number, a mail address, the number of a
 * case? Names are not found, because nobody here may look them up: a reader has to notice them.
 */
export const pointsToSomebody = (text: string): boolean =>
  holdsNumber(text) || mailAddress.test(text) || caseNumber.test(text)

const mailAddress = /[^\s@]+@[^\s@]+\.[^\s@]+/u
/** As the register writes them: the code of the office, the year, a running number. */
const caseNumber = /\b[A-Z]{2,}[A-Z-]*-\d{4}-\d+/
