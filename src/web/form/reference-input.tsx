import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Value } from '#dictionary/answer.ts'
import * as calls from '../api/calls.ts'
import { useMe } from '../shell/signed-in.ts'
import { useOffices } from '../shell/offices.ts'
import { useText } from '../text/text.tsx'

/** Another record by its name: staff and offices from a list, anything else by its id. */
export function ReferenceInput(props: {
  to: string
  id: string
  labelledBy: string
  value: string
  onChange: (value: Value) => void
}) {
  if (props.to === 'user') return <StaffInput {...props} />
  if (props.to === 'office') return <OfficeInput {...props} />
  return (
    <TextInput
      id={props.id}
      aria-labelledby={props.labelledBy}
      autoComplete="off"
      value={props.value}
      onChange={event => props.onChange(event.currentTarget.value.trim() || null)}
    />
  )
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

function Pick(props: InputProps & { data: readonly { value: string; label: string }[] }) {
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
      value={props.value || null}
      onChange={props.onChange}
    />
  )
}
