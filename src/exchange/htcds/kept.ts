/**
 * The standard has columns for which we have no field (the title of a person, the name of the case owner). Their answers
 * are kept word for word in a note of the case, so that a file that comes in goes out again without loss.
 */
const heading = 'HTCDS 2.0'

export function keptText(answers: readonly (readonly [id: string, answer: string])[]): string | null {
  if (answers.length === 0) return null
  const lines = [...answers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, answer]) => `${id}: ${JSON.stringify(answer)}`)
  return [heading, ...lines].join('\n')
}

/** The answers of such a note; null when the text is any other note. */
export function keptAnswers(text: unknown): ReadonlyMap<string, string> | null {
  if (typeof text !== 'string') return null
  const [first, ...lines] = text.split('\n')
  if (first !== heading) return null
  const answers = new Map<string, string>()
  for (const line of lines) {
    const [, id = '', answer = ''] = /^(\w+): (".*")$/.exec(line) ?? []
    try {
      if (id !== '') answers.set(id, String(JSON.parse(answer)))
    } catch {
      return null
    }
  }
  return answers
}
