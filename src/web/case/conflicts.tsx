import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import type { Content, Value } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { Conflict } from '../api/calls.ts'
import { changing, send } from '../api/push.ts'
import { FieldInput } from '../form/field-input.tsx'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { Isolated, When } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { SayValue } from './say-value.tsx'
import type { OpenCase } from './use-case.ts'

/** Two people wrote different things at the same time: both stand here until somebody settles it. */
export function Conflicts({ open }: { open: OpenCase }) {
  const t = useText()
  if (open.conflicts.length === 0) return null
  return (
    <section id="conflicts" className="sheet" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">{t('conflict.title')}</h2>
      <p>{t('conflict.about')}</p>
      {open.conflicts.map(conflict => (
        <OneConflict key={conflict.id} open={open} conflict={conflict} />
      ))}
    </section>
  )
}

function OneConflict(props: { open: OpenCase; conflict: Conflict }) {
  const { open, conflict } = props
  const t = useText()
  const labels = useLabels()
  const d = useDictionary()
  const [another, setAnother] = useState<Content | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const record = all(open).find(each => each.id === conflict.record)
  if (!record) return null

  const settle = async (set: Content) => {
    setBusy(true)
    setError(null)
    try {
      await send([changing(record, set, d.version, conflict.id)])
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const of = (from: Content): Content =>
    Object.fromEntries(conflict.fields.map((field): [string, Value] => [field, from[field] ?? null]))

  return (
    <div className="conflict" data-conflict={conflict.id}>
      <h3>{labels.type(conflict.type)}</h3>
      <div className="scrolls">
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{t('conflict.question')}</th>
              <th scope="col">{t('conflict.inForce')}</th>
              <th scope="col">
                <Isolated>{open.staffName(conflict.author) || t('conflict.other')}</Isolated>, <When at={conflict.at} />
              </th>
            </tr>
          </thead>
          <tbody>
            {conflict.fields.map(field => (
              <tr key={field}>
                <th scope="row">{labels.field(conflict.type, field)}</th>
                <td>
                  <SayValue
                    type={conflict.type}
                    field={field}
                    value={record.content[field]}
                    staffName={open.staffName}
                  />
                </td>
                <td>
                  <SayValue
                    type={conflict.type}
                    field={field}
                    value={(conflict.set as Content)[field]}
                    staffName={open.staffName}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {another === null ? (
        <div className="row">
          <Button variant="default" loading={busy} onClick={() => void settle(of(record.content))}>
            {t('conflict.keepInForce')}
          </Button>
          <Button variant="default" loading={busy} onClick={() => void settle(of(conflict.set as Content))}>
            {t('conflict.keepOther')}
          </Button>
          <Button variant="subtle" onClick={() => setAnother(of(record.content))}>
            {t('conflict.another')}
          </Button>
        </div>
      ) : (
        <div className="stack">
          {conflict.fields.map(name => {
            const field = fieldOf(d, conflict.type, name)
            return field ? (
              <FieldInput
                key={name}
                type={conflict.type}
                name={name}
                field={field}
                value={another[name]}
                onChange={value => setAnother({ ...another, [name]: value })}
              />
            ) : null
          })}
          <div className="row">
            <Button loading={busy} onClick={() => void settle(another)}>
              {t('conflict.saveAnother')}
            </Button>
            <Button variant="subtle" onClick={() => setAnother(null)}>
              {t('form.cancel')}
            </Button>
          </div>
        </div>
      )}
      <Refused error={error} />
    </div>
  )
}

const all = (open: OpenCase): RecordView[] => [
  ...(open.file.person ? [open.file.person] : []),
  open.file.case,
  ...open.file.records,
]
