import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { changesSince } from '#casework/assessment/series.ts'
import { inOrder, ofType } from '#casework/latest.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { InstrumentNote } from './instrument-note.tsx'

/** One instrument: its assessments, the newest first, each with what changed since the one before. */
export function SeriesSection(props: { open: OpenCase; type: string; onEdit: (editing: Editing) => void }) {
  const { open, type, onEdit } = props
  const t = useText()
  const labels = useLabels()
  const any = ofType(open.file, type).length > 0
  return (
    <section data-series={type}>
      <h2>{labels.plural(type)}</h2>
      <InstrumentNote type={type} />
      {any ? <Series {...props} /> : <p className="quiet">{labels.empty(type)}</p>}
      {open.writable(type).has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onEdit({ type, record: null })}
        >
          {any ? t('assessment.again') : labels.type(type)}
        </Button>
      )}
    </section>
  )
}

export function Series(props: { open: OpenCase; type: string; onEdit: (editing: Editing) => void }) {
  const d = useDictionary()
  const t = useText()
  const labels = useLabels()
  const { type } = props
  const on = d.recordTypes.get(type)?.on ?? ''
  const records = inOrder(ofType(props.open.file, type), on)
  return (
    <ol className="series" reversed aria-label={t('assessment.series', { type: labels.plural(type) })}>
      {records
        .map((record, place) => ({ record, before: records[place - 1] ?? null }))
        .toReversed()
        .map(({ record, before }) => (
          <li key={record.id} data-record={record.id}>
            <button type="button" className="link-button" onClick={() => props.onEdit({ type, record: record.id })}>
              <SayValue type={type} field={on} value={record.content[on]} />
            </button>
            {before ? <Changes before={before} after={record} /> : <Answers record={record} />}
          </li>
        ))}
    </ol>
  )
}

function Changes({ before, after }: { before: RecordView; after: RecordView }) {
  const d = useDictionary()
  const t = useText()
  const labels = useLabels()
  const changes = changesSince(d, before, after)
  if (changes.length === 0) return <p className="quiet">{t('assessment.same')}</p>
  const { type } = after
  const say = (field: string, codes: readonly string[]) =>
    codes.map(code => labels.code(fieldOf(d, type, field)?.list ?? '', code)).join(', ')
  return (
    <dl className="changes">
      {changes.map(({ field, added, removed }) => (
        <div key={field}>
          <dt>{labels.field(type, field)}</dt>
          <dd>
            {added.length > 0 && (
              <span>
                <span className="quiet">{t('assessment.added')}</span> {say(field, added)}
              </span>
            )}
            {removed.length > 0 && (
              <span>
                <span className="quiet">{t('assessment.removed')}</span> {say(field, removed)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The first of a series has nothing to be compared with: its coded answers themselves. */
function Answers({ record }: { record: RecordView }) {
  const d = useDictionary()
  const labels = useLabels()
  const { type, content } = record
  const coded = Object.keys(d.recordTypes.get(type)?.fields ?? {}).filter(
    field => fieldOf(d, type, field)?.list !== undefined && isAnswered(content[field]),
  )
  return (
    <dl className="changes">
      {coded.map(field => (
        <div key={field}>
          <dt>{labels.field(type, field)}</dt>
          <dd>
            <SayValue type={type} field={field} value={content[field]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
