import { useParams } from '@tanstack/react-router'
import { usePageKind } from '../shell/title.ts'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'
import { RecordList } from './record-list.tsx'

/** Records of one type that hang on an office: calls, counted lines, and own types. */
export function RecordsPage() {
  usePageKind('title.records')
  const t = useText()
  const d = useDictionary()
  const { type } = useParams({ from: '/desk/records/$type' })
  if (d.recordTypes.get(type)?.under !== 'office') return <p>{t('lost.why')}</p>
  return <RecordList key={type} type={type} />
}
