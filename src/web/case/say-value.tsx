import type { ReactNode } from 'react'
import { isReserved, type Marks, type Money, type Value, plainText } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { recordAtHand, useRecordWords } from '../form/record-words.ts'
import { useOffices } from '../shell/offices.ts'
import { useDictionary } from '../shell/words.ts'
import { Amount, Isolated, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** A stored value in words. Codes by their label, marks as what is marked yes, dates at their precision. */
export function SayValue(props: {
  type: string
  field: string
  value: Value | undefined
  staffName?: (id: string) => string
}) {
  const d = useDictionary()
  const labels = useLabels()
  const t = useText()
  const offices = useOffices()
  const say = useRecordWords()
  const { value } = props
  const field = fieldOf(d, props.type, props.field)
  const referred = (id: string) => {
    const record = recordAtHand(id)
    if (!record) return ''
    // Where any record can be meant, its words alone would not say of which kind it is.
    return field?.to === 'record' ? `${labels.type(record.type)}: ${say(record)}` : say(record)
  }
  if (value === undefined || value === null) return <span className="quiet">{t('value.none')}</span>
  if (isReserved(value)) return <span className="quiet">{labels.answer(value)}</span>
  const list = field?.list ?? ''
  switch (field?.kind) {
    case 'code':
      return labels.code(list, plainText(value))
    case 'codes':
      return Array.isArray(value)
        ? (value as readonly string[]).map(code => labels.code(list, code)).join(', ')
        : plainText(value)
    case 'marks':
      return <SayMarks marks={value as Marks} list={list} />
    case 'date':
      return <PartialDate value={plainText(value)} />
    case 'money':
      return <Amount money={value as Money} />
    case 'integer':
      return <Isolated className="number">{plainText(value)}</Isolated>
    case 'reference': {
      const name =
        field.to === 'user'
          ? props.staffName?.(plainText(value))
          : field.to === 'office'
            ? offices.nameOf(plainText(value))
            : referred(plainText(value))
      return <Isolated>{name || t('value.record')}</Isolated>
    }
    default:
      return <Isolated className="free-text">{plainText(value)}</Isolated>
  }
}

function SayMarks(props: { marks: Marks; list: string }): ReactNode {
  const labels = useLabels()
  const t = useText()
  const of = (mark: string) =>
    Object.entries(props.marks)
      .filter(([, each]) => each === mark)
      .map(([code]) => labels.code(props.list, code))
  const yes = of('yes')
  const no = of('no')
  if (yes.length > 0) return yes.join(', ')
  return <span className="quiet">{no.length > 0 ? t('value.allNo', { count: no.length }) : t('value.noYes')}</span>
}
