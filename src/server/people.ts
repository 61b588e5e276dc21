import { staffNames } from '#register/staff-names.ts'
import type { Work } from '#register/work.ts'
import type { RecordView } from '#changes/change.ts'

/** Display names of everybody who wrote one of the records or is named in it as a colleague. */
export async function peopleOf(
  work: Work,
  records: readonly RecordView[],
  others: readonly string[] = [],
): Promise<Record<string, string>> {
  const named = records.flatMap(({ type, author, content }) => {
    const fields = Object.entries(work.dictionary.recordTypes.get(type)?.fields ?? {})
    const users = fields.filter(([, field]) => field.kind === 'reference' && field.to === 'user')
    return [author, ...users.flatMap(([name]) => (typeof content[name] === 'string' ? [content[name]] : []))]
  })
  return Object.fromEntries(await staffNames(work, [...named, ...others]))
}
