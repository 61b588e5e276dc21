/**
 * A cell that begins with = + - or @ is run as a formula by spreadsheets. On the way out such a text gets an apostrophe
 * in front, on the way in it loses one; a text that itself begins with apostrophes and such a sign survives the round.
 */
export function escapeFormula(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

export function unescapeFormula(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text
}
