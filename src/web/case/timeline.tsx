import { Select } from '@mantine/core'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { useDictionary } from '../shell/words.ts'
import { Isolated, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { Editing } from './record-dialog.tsx'
import { SayValue } from './say-value.tsx'
import type { OpenCase } from './use-case.ts'

/** The spine of the case: everything that happened, newest first, one line each; a line opens. */
export function Timeline(props: {
  open: OpenCase
  /** Only records of these types; all without it. */
  types?: readonly string[]
  onEdit: (editing: Editing) => void
}) {
  const { open } = props
  const t = useText()
  const labels = useLabels()
  const d = useDictionary()
  const [kind, setKind] = useState<string | null>(null)
  const dateOf = (record: RecordView): string => {
    const on = d.recordTypes.get(record.type)?.on
    const value = on === undefined ? undefined : record.content[on]
    return typeof value === 'string' && isAnswered(value) ? value : record.createdAt.slice(0, 10)
  }
  const lines = open.file.records
    .filter(({ type }) => props.types?.includes(type) ?? true)
    .map(record => ({ record, on: dateOf(record) }))
    .sort((a, b) => compare(b.on, a.on) || compare(b.record.createdAt, a.record.createdAt))
  const kinds = [...new Set(lines.map(line => line.record.type))]
  const shown = lines.filter(line => kind === null || line.record.type === kind)
  return (
    <section aria-labelledby="timeline">
      <div className="row ends">
        <h2 id="timeline">{t('timeline.title')}</h2>
        {kinds.length > 1 && (
          <Select
            aria-label={t('timeline.filter')}
            placeholder={t('timeline.all')}
            clearable
            clearButtonProps={{ 'aria-label': t('form.clearChoice') }}
            w={220}
            data={kinds.map(type => ({ value: type, label: labels.plural(type) }))}
            value={kind}
            onChange={setKind}
          />
        )}
      </div>
      {shown.length === 0 && <p className="quiet">{t('timeline.empty')}</p>}
      <ol className="timeline">
        {shown.map(({ record, on }) => (
          <li key={record.id} data-type={record.type}>
            <button
              type="button"
              className="timeline-line"
              onClick={() => props.onEdit({ type: record.type, record: record.id })}
            >
              <span className="timeline-date number">
                <PartialDate value={on} />
              </span>
              <span className="timeline-what">
                <span className="timeline-type">{labels.type(record.type)}</span>{' '}
                <Headline record={record} open={open} />
              </span>
              <span className="quiet small">
                <Isolated>{open.staffName(record.author)}</Isolated>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The words of a line: the headline field, then the first account or note as far as it fits. */
function Headline(props: { record: RecordView; open: OpenCase }) {
  const d = useDictionary()
  const { record } = props
  const type = d.recordTypes.get(record.type)
  const headline = type?.headline
  const story = Object.entries(type?.fields ?? {}).find(
    ([name, field]) => field.kind === 'long_text' && isAnswered(record.content[name]),
  )?.[0]
  const detail = record.type === 'service' ? 'what' : record.type === 'consent' ? 'decision' : story
  return (
    <>
      {headline && isAnswered(record.content[headline]) && (
        <SayValue type={record.type} field={headline} value={record.content[headline]} />
      )}
      {detail && isAnswered(record.content[detail]) && (
        <span className="timeline-story">
          <SayValue type={record.type} field={detail} value={record.content[detail]} staffName={props.open.staffName} />
        </span>
      )}
    </>
  )
}
