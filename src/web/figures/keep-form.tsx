import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { SavedFilter } from '../api/calls.ts'
import { usePermissions } from '../shell/me.ts'
import { useOffices } from '../shell/offices.ts'
import { useMe } from '../shell/signed-in.ts'
import { useText } from '../text/text.tsx'

export interface Keeping {
  readonly name: string
  readonly seen: SavedFilter['seen']
  readonly office: string | null
}

/** A name, and who finds it: offices where one counts oneself; everybody, for whoever counts everything. */
export function KeepForm(props: {
  item?: SavedFilter
  submit: string
  onSave: (o: Keeping) => Promise<unknown>
  onCancel?: () => void
}) {
  const t = useText()
  const me = useMe()
  const permissions = usePermissions()
  const { nameOf } = useOffices()
  const [name, setName] = useState(props.item?.name ?? '')
  const [readers, setReaders] = useState(props.item ? (props.item.office ?? props.item.seen) : 'me')
  const reach = permissions.reach('count')
  const counted = (office: string) => reach.all || reach.offices.includes(office) || reach.ownIn.includes(office)
  const offices = [
    ...new Set([...me.grants.map(({ office }) => office), ...(props.item?.office ? [props.item.office] : [])]),
  ]
  const data = [
    { value: 'me', label: t('figures.kept.seen.me') },
    ...offices
      .filter(counted)
      .map(office => ({ value: office, label: t('figures.kept.seen.office', { office: nameOf(office) }) })),
    ...(reach.all ? [{ value: 'organisation', label: t('figures.kept.seen.organisation') }] : []),
  ]
  const save = (event: FormEvent) => {
    event.preventDefault()
    const shown = readers === 'me' || readers === 'organisation'
    void props
      .onSave({ name: name.trim(), seen: shown ? readers : 'office', office: shown ? null : readers })
      .then(() => (props.item ? undefined : setName('')))
  }
  return (
    <form className="keep-form" onSubmit={save}>
      <TextInput
        label={t('figures.kept.name')}
        description={readers === 'me' ? undefined : t('figures.kept.name.seen')}
        maxLength={60}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
      />
      <Select
        label={t('figures.kept.seen')}
        allowDeselect={false}
        data={data}
        value={readers}
        onChange={value => setReaders(value ?? 'me')}
      />
      <div className="row">
        <Button type="submit" disabled={name.trim() === ''}>
          {props.submit}
        </Button>
        {props.onCancel && (
          <Button variant="default" onClick={props.onCancel}>
            {t('admin.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
