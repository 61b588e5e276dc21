import { Modal, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import { instruments, isInstrumented } from '#dictionary/data/instruments.ts'
import { RecordForm } from '../form/record-form.tsx'
import { localToday } from '../form/today.ts'
import { InstrumentNote } from '../assessment/instrument-note.tsx'
import { SuggestedLevel } from '../assessment/suggested-level.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { RecordHistory } from './record-history.tsx'
import { SayValue } from './say-value.tsx'
import type { OpenCase } from './use-case.ts'

/** What is being written: a record that exists, or a new one; perhaps one section of it only. */
export interface Editing {
  readonly type: string
  readonly record: string | null
  readonly section?: string
  readonly initial?: Content
  /** Answers that are settled where the form was opened. */
  readonly hide?: readonly string[]
}

/** One record over the case page: its form and its history. Escape closes; what was typed stays in memory. */
export function RecordDialog(props: { open: OpenCase; editing: Editing; onClose: () => void }) {
  const { open, editing } = props
  useReturnFocus()
  const t = useText()
  const labels = useLabels()
  const d = useDictionary()
  const phone = useMediaQuery('(max-width: 48em)')
  const [tab, setTab] = useState<string | null>('form')
  const seen = findRecord(open, editing.record)
  const on = d.recordTypes.get(editing.type)?.on
  const { type } = editing
  const made = isInstrumented(type) ? { version: instruments[type].version } : {}
  const initial = { ...made, ...(editing.initial ?? (on === undefined || isPlan(type) ? {} : { [on]: localToday() })) }
  const writable = open.writable(editing.type)
  const form = (
    <RecordForm
      type={editing.type}
      seen={seen}
      place={
        d.recordTypes.get(type)?.under === 'person' && type !== 'case' ? { ...open.place, case: null } : open.place
      }
      writable={writable}
      section={editing.section}
      initial={initial}
      hide={[...(isInstrumented(type) ? ['version'] : []), ...decidedElsewhere(type), ...(editing.hide ?? [])]}
      beside={(field, content) => type === 'risk' && field === 'severity' && <SuggestedLevel content={content} />}
      onSaved={props.onClose}
      onCancel={props.onClose}
    />
  )
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="xl"
      fullScreen={phone ?? false}
      title={editing.section ? labels.section(editing.section) : labels.type(editing.type)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <InstrumentNote type={type} />
      {seen === null ? (
        form
      ) : (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="lg">
            <Tabs.Tab value="form">{t('record.answers')}</Tabs.Tab>
            <Tabs.Tab value="history">{t('record.history')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="form">
            {writable.size > 0 && !isDecided(seen) ? form : <ReadOnly open={open} record={seen} />}
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <RecordHistory open={open} record={seen.id} />
          </Tabs.Panel>
        </Tabs>
      )}
    </Modal>
  )
}

/** Types whose date lies ahead, or long ago, begin without one. */
const isPlan = (type: string) => ['movement', 'movement_leg', 'episode', 'leg', 'hearing', 'tie'].includes(type)

/** A request of a person is written down here and decided on the page of those who answer it. */
const decidedElsewhere = (type: string) =>
  type === 'rights_request' ? ['state', 'decision', 'decidedBy', 'decidedOn', 'reason', 'answeredOn'] : []

const isDecided = ({ type, content }: RecordView) => type === 'rights_request' && isAnswered(content.decision)

function findRecord(open: OpenCase, id: string | null): RecordView | null {
  const { person, case: kase, records } = open.file
  return [...(person ? [person] : []), kase, ...records].find(record => record.id === id) ?? null
}

export function ReadOnly(props: { open: OpenCase; record: RecordView }) {
  const labels = useLabels()
  return (
    <dl className="answers">
      {Object.entries(props.record.content).map(([field, value]) => (
        <div key={field}>
          <dt>{labels.field(props.record.type, field)}</dt>
          <dd>
            <SayValue type={props.record.type} field={field} value={value} staffName={props.open.staffName} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
