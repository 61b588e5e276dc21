import type { RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { queries } from '../api/query.ts'
import { useDictionary } from '../shell/words.ts'
import { usePartialDate } from '../text/fmt.tsx'
import { useLabels } from '../text/text.tsx'

/** What to call a record in one line: its headline, else its kind, and its date. */
export function useRecordWords(): (record: RecordView) => string {
  const d = useDictionary()
  const labels = useLabels()
  const sayDate = usePartialDate()
  return record => {
    const type = d.recordTypes.get(record.type)
    const { headline, on } = type ?? {}
    const value = headline === undefined ? undefined : record.content[headline]
    const list = headline === undefined ? undefined : fieldOf(d, record.type, headline)?.list
    const words = isAnswered(value)
      ? list === undefined
        ? plainText(value)
        : [value].flat().map(code => labels.code(list, plainText(code as string)))
      : labels.type(record.type)
    const date = on === undefined ? undefined : record.content[on]
    return [words, isAnswered(date) ? sayDate(plainText(date)) : ''].flat().filter(Boolean).join(' · ')
  }
}

interface Held {
  readonly records?: readonly RecordView[]
  readonly case?: RecordView
  readonly pages?: readonly { readonly items: readonly (RecordView | { readonly record: RecordView })[] }[]
}

/** A record among those this screen has fetched already; null when it is not at hand. */
export function recordAtHand(id: string): RecordView | null {
  for (const [, held] of queries.getQueriesData<Held>({})) {
    const listed = (held?.pages ?? []).flatMap(page => page.items ?? [])
    const records = [
      ...(held?.records ?? []),
      ...(held?.case ? [held.case] : []),
      ...listed.map(item => ('record' in item ? item.record : item)),
    ]
    const found = records.find(record => record?.id === id)
    if (found) return found
  }
  return null
}
