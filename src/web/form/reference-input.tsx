import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import type { Value } from '#dictionary/answer.ts'
import * as calls from '../api/calls.ts'
import { useMe } from '../shell/signed-in.ts'
import { useOffices } from '../shell/offices.ts'
import { useList } from '../lists/use-list.ts'
import { useLabels, useText } from '../text/text.tsx'
import { useRecordWords } from './record-words.ts'
import { useWritingPlace } from './writing-place.ts'

/** Another record by its name: staff, offices, records of the office from their list, others from the same case. */
export function ReferenceInput(props: {
  to: string
  /** Of `record`: the types that are offered; undefined for any. */
  among: readonly string[] | undefined
  /** What the record type `to` hangs on; undefined for staff, offices and `record`. */
  under: 'person' | 'case' | 'office' | undefined
  id: string
  labelledBy: string
  value: string
  onChange: (value: Value) => void
}) {
  if (props.to === 'user') return <StaffInput {...props} />
  if (props.to === 'office') return <OfficeInput {...props} />
  return props.under === 'office' ? <ListedInput {...props} /> : <CaseRecordInput {...props} />
}

type InputProps = Parameters<typeof ReferenceInput>[0]

function StaffInput(props: InputProps) {
  const me = useMe()
  const { data } = useQuery({ queryKey: ['staff'], queryFn: () => calls.staff(), staleTime: 60_000 })
  const known = data?.items ?? []
  const all = known.some(each => each.id === me.id) ? known : [{ id: me.id, name: me.name }, ...known]
  return <Pick {...props} data={all.map(({ id, name }) => ({ value: id, label: name }))} />
}

function OfficeInput(props: InputProps) {
  const offices = useOffices()
  return <Pick {...props} data={offices.all.map(({ id, name }) => ({ value: id, label: name }))} />
}

/**
 * Directory, projects, houses, suspects: by their words, which may be sealed and so cannot be looked for on the server.
 * Whoever opens the box is offered all of them, a page after the other.
 */
function ListedInput(props: InputProps) {
  const say = useRecordWords()
  const { items, more } = useList(props.to, { order: 'newest' })
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    if (opened && items.length < mostOffered) more?.()
  }, [opened, items.length, more])
  return (
    <Pick
      {...props}
      onOpen={() => setOpened(true)}
      data={choices(
        items.map(line => line.record as RecordView),
        say,
      )}
    />
  )
}

const mostOffered = 1_000

/** Records of this case, of the kind that is asked for; `record` means any. */
function CaseRecordInput(props: InputProps) {
  const say = useRecordWords()
  const labels = useLabels()
  const place = useWritingPlace()
  const { data } = useQuery({
    queryKey: ['case', place.case],
    queryFn: () => calls.caseFile(place.case ?? ''),
    enabled: place.case !== null,
  })
  const records = data ? ([data.case, ...data.records] as readonly RecordView[]) : []
  const any = props.to === 'record'
  const fitting = records.filter(({ type }) => (any ? (props.among?.includes(type) ?? true) : type === props.to))
  return <Pick {...props} data={choices(fitting, r => (any ? `${labels.type(r.type)}: ${say(r)}` : say(r)))} />
}

const choices = (records: readonly RecordView[], say: (record: RecordView) => string) =>
  records.map(record => ({ value: record.id, label: say(record) }))

function Pick(props: InputProps & { data: readonly { value: string; label: string }[]; onOpen?: () => void }) {
  const t = useText()
  return (
    <Select
      id={props.id}
      aria-labelledby={props.labelledBy}
      data={[...props.data]}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('form.clearChoice') }}
      nothingFoundMessage={t('form.nothing')}
      limit={100}
      {...(props.onOpen ? { onDropdownOpen: props.onOpen } : {})}
      value={props.value || null}
      onChange={props.onChange}
    />
  )
}
