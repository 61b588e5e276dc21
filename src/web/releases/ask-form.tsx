import { Button, Checkbox, NumberInput, Radio, Select, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '../api/push.ts'
import { Refused } from '../session/problem.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'

const methods = ['dp', 'table', 'kanon'] as const
type Method = (typeof methods)[number]

/** What is to be published: how, which columns, and how much may be told. */
export function AskForm({ choices, onDone }: { choices: calls.Choices; onDone: () => void }) {
  const t = useText()
  const client = useQueryClient()
  // The same id however often it is sent.
  const id = useRef(newId())
  const [method, setMethod] = useState<Method>('dp')
  const [schema, setSchema] = useState(choices.schemas[0]?.name ?? 'ctdc-c')
  const [columns, setColumns] = useState<readonly string[]>([])
  const [epsilon, setEpsilon] = useState(1)
  const [reportingLength, setReportingLength] = useState(2)
  const [k, setK] = useState(11)
  const [round, setRound] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const ask = useMutation({
    mutationFn: () =>
      calls.ask({
        id: id.current,
        reason: reason.trim().replaceAll(/\s+/g, ' '),
        asked: {
          method,
          schema,
          columns: [...columns],
          ...(method === 'dp' ? { epsilon } : { k }),
          ...(method === 'table' ? (round === null ? {} : { round }) : { reportingLength }),
        },
      }),
    async onSuccess() {
      await client.invalidateQueries({ queryKey: ['releases'] })
      onDone()
    },
  })
  const listed = choices.schemas.find(({ name }) => name === schema)?.columns ?? []
  const most = method === 'table' ? 4 : 30
  const ready = columns.length > 0 && columns.length <= most && reason.trim() !== ''
  const whole = (set: (n: number) => void) => (value: string | number) => {
    if (typeof value === 'number') set(value)
  }
  return (
    <form
      className="section stack"
      aria-labelledby="release-ask"
      onSubmit={event => {
        event.preventDefault()
        if (ready) ask.mutate()
      }}
    >
      <h2 id="release-ask">{t('releases.ask')}</h2>
      <Radio.Group label={t('releases.method')} value={method} onChange={value => setMethod(value as Method)}>
        {methods.map(each => (
          <Radio
            key={each}
            mt="sm"
            value={each}
            label={t(`releases.method.${each}`)}
            description={t(`releases.method.${each}.about`)}
          />
        ))}
      </Radio.Group>
      <Select
        label={t('releases.schema')}
        description={t('releases.schemaAbout')}
        allowDeselect={false}
        data={choices.schemas.map(({ name }) => ({ value: name, label: name.toUpperCase() }))}
        value={schema}
        onChange={value => {
          setSchema(choices.schemas.find(({ name }) => name === value)?.name ?? schema)
          setColumns([])
        }}
      />
      <Checkbox.Group
        label={t('releases.columns')}
        description={t(method === 'table' ? 'releases.columnsTable' : 'releases.columnsAbout')}
        value={[...columns]}
        onChange={setColumns}
        error={columns.length > most ? t('releases.columnsMost', { most }) : null}
      >
        <div className="release-columns">
          {listed.map(name => (
            <Checkbox key={name} value={name} label={name} lang="en" />
          ))}
        </div>
      </Checkbox.Group>
      <div className="row">
        {method === 'dp' && (
          <NumberInput
            label={t('releases.epsilon')}
            description={t('releases.epsilonAbout')}
            min={0.1}
            max={20}
            step={0.5}
            decimalScale={2}
            value={epsilon}
            onChange={whole(setEpsilon)}
          />
        )}
        {method !== 'table' && (
          <NumberInput
            label={t('releases.length')}
            description={t('releases.lengthAbout')}
            min={1}
            max={4}
            value={reportingLength}
            onChange={whole(setReportingLength)}
          />
        )}
        {method !== 'dp' && (
          <NumberInput label={t(`releases.k.${method}`)} min={3} max={100} value={k} onChange={whole(setK)} />
        )}
        {method === 'table' && (
          <NumberInput
            label={t('releases.round')}
            description={t('releases.roundAbout')}
            min={3}
            max={100}
            value={round ?? ''}
            onChange={value => setRound(typeof value === 'number' ? value : null)}
          />
        )}
      </div>
      <Textarea
        label={t('releases.reason')}
        description={t('releases.reasonAbout')}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
      />
      <Refused error={ask.error} />
      <div className="row">
        <Button type="submit" disabled={!ready} loading={ask.isPending}>
          {t('releases.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('releases.cancel')}
        </Button>
      </div>
    </form>
  )
}
