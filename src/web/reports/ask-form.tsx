import { Button, Radio, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMaybeText, useText } from '../text/text.tsx'
import type * as calls from './calls.ts'

/** Which report, over which time, for whom. The fields are those that the kind declares. */
export function AskForm(props: { kinds: readonly calls.Kind[]; busy: boolean; onAsk: (asked: calls.Asked) => void }) {
  const t = useText()
  const maybe = useMaybeText()
  const [kindId, setKind] = useState(props.kinds[0]?.id ?? '')
  const [mode, setMode] = useState<calls.Asked['mode']>('internal')
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const kind = props.kinds.find(({ id }) => id === kindId)
  if (!kind) return null
  const fitting = kind.modes.includes(mode) ? mode : (kind.modes[0] ?? mode)
  const parameters = Object.fromEntries(kind.parameters.map(({ id }) => [id, (values[id] ?? '').trim()]))
  return (
    <form
      className="report-form"
      onSubmit={event => {
        event.preventDefault()
        props.onAsk({ kind: kind.id, mode: fitting, parameters })
      }}
    >
      <Select
        label={t('reports.kind')}
        data={props.kinds.map(({ id, about }) => ({ value: id, label: maybe(`reports.kind.${id}`) ?? about }))}
        value={kindId}
        onChange={id => setKind(id ?? kindId)}
        allowDeselect={false}
      />
      {kind.parameters.map(({ id, type, about, optional }) => (
        <TextInput
          key={id}
          label={maybe(`reports.parameter.${id}`) ?? about}
          description={maybe(`reports.type.${type}`)}
          value={values[id] ?? ''}
          onChange={event => setValues({ ...values, [id]: event.currentTarget.value })}
          inputMode={type === 'year' ? 'numeric' : 'text'}
          dir="ltr"
          required={!optional}
        />
      ))}
      {kind.modes.length === 1 ? (
        <p className="quiet">
          {t(`reports.mode.${fitting}`)}: {t(`reports.mode.${fitting}Help`)}
        </p>
      ) : (
        <Radio.Group label={t('reports.mode')} value={fitting} onChange={each => setMode(each as calls.Asked['mode'])}>
          <div className="stack">
            {kind.modes.map(each => (
              <Radio
                key={each}
                value={each}
                label={t(`reports.mode.${each}`)}
                description={t(`reports.mode.${each}Help`)}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      <div>
        <Button type="submit" disabled={props.busy}>
          {t('reports.make')}
        </Button>
      </div>
    </form>
  )
}
