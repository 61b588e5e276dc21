import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { isAnswered } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { useDictionary } from '../shell/words.ts'
import { useLabels, type TextKey, useText } from '../text/text.tsx'
import type { Edit } from './edit.ts'

/** Records of some types as short lines: kind, then the first answers; a line opens its form. */
export function RecordLines(props: {
  open: OpenCase
  types: readonly string[]
  add: Readonly<Record<string, TextKey>>
  empty: TextKey | null
  onEdit: Edit
}) {
  const { open, types, onEdit } = props
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const records = open.file.records.filter(({ type }) => types.includes(type))
  return (
    <>
      {records.length === 0 && props.empty !== null && <p className="quiet">{t(props.empty)}</p>}
      {records.length > 0 && (
        <ul className="record-lines">
          {records.map(({ id, type, content }) => (
            <li key={id} data-record={id}>
              <button type="button" className="link-button" onClick={() => onEdit({ type, record: id })}>
                {labels.type(type)}
              </button>
              {Object.entries(d.recordTypes.get(type)?.fields ?? {})
                .filter(
                  ([name, field]) =>
                    field.kind !== 'long_text' && field.kind !== 'reference' && isAnswered(content[name]),
                )
                .slice(0, 5)
                .map(([name]) => (
                  <span key={name} className="small">
                    <span className="quiet">{labels.field(type, name)}:</span>{' '}
                    <SayValue type={type} field={name} value={content[name]} />
                  </span>
                ))}
            </li>
          ))}
        </ul>
      )}
      <div className="row">
        {types.map(type => {
          const text = props.add[type]
          return text !== undefined && open.writable(type).has('open') ? (
            <Button
              key={type}
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => onEdit({ type, record: null })}
            >
              {t(text)}
            </Button>
          ) : null
        })}
      </div>
    </>
  )
}
