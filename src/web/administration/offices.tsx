import { Button, Select, Switch, TextInput } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { offeredCodes } from '#dictionary/dictionary.ts'
import * as chats from '../chat/calls.ts'
import { usePermissions } from '../shell/me.ts'
import { useOffices } from '../shell/offices.ts'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { FormDialog } from './dialog.tsx'

const kinds = ['headquarters', 'regional_office', 'mission', 'sub_office', 'partner', 'outside_source'] as const

interface Placed {
  readonly office: calls.Office
  readonly depth: number
}

/** The organisation as a tree. A case number begins with the code of its office; roles reach downwards. */
export function Offices() {
  const t = useText()
  const labels = useLabels()
  const { all } = useOffices()
  const permissions = usePermissions()
  const [editing, setEditing] = useState<{ office: calls.Office | null; parent: string | null } | null>(null)
  const placed = inTree(all)
  const may = (id: string) => permissions.may('manage_offices', { office: id })
  return (
    <section>
      <h2>{t('admin.offices')}</h2>
      <p className="quiet">{t('admin.office.about')}</p>
      <table className="compare rows">
        <caption className="for-readers">{t('admin.offices')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('admin.office')}</th>
            <th scope="col">{t('admin.office.code')}</th>
            <th scope="col">{t('admin.office.kind')}</th>
            <th scope="col">{t('admin.office.country')}</th>
            <th scope="col">
              <span className="for-readers">{t('admin.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {placed.map(({ office, depth }) => (
            <tr key={office.id}>
              <th scope="row" style={{ '--depth': depth } as object} className="nested">
                <bdi>{office.name}</bdi>
              </th>
              <td data-head={t('admin.office.code')}>
                <bdi className="number">{office.code}</bdi>
              </td>
              <td data-head={t('admin.office.kind')}>
                {t(`office.kind.${office.kind}`)}
                <Dates office={office} />
              </td>
              <td data-head={t('admin.office.country')}>
                {office.country === null ? '–' : labels.code('country', office.country)}
              </td>
              <td className="end">
                {may(office.id) && (
                  <span className="row tight">
                    <Button
                      variant="default"
                      size="sm"
                      leftSection={<IconPlus size={16} aria-hidden />}
                      aria-label={t('admin.office.addBelow', { name: office.name })}
                      onClick={() => setEditing({ office: null, parent: office.id })}
                    >
                      {t('admin.office.add')}
                    </Button>
                    <Button
                      variant="default"
                      size="sm"
                      leftSection={<IconPencil size={16} aria-hidden />}
                      aria-label={t('admin.office.editOf', { name: office.name })}
                      onClick={() => setEditing({ office, parent: office.parent })}
                    >
                      {t('admin.edit')}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {editing && <OfficeDialog {...editing} onClose={() => setEditing(null)} />}
    </section>
  )
}

function OfficeDialog(props: { office: calls.Office | null; parent: string | null; onClose: () => void }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const queries = useQueryClient()
  const permissions = usePermissions()
  const { all, tree } = useOffices()
  const { office } = props
  const above = all.find(each => each.id === props.parent)
  const [form, setForm] = useState<calls.NewOffice>(
    office ?? {
      code: '',
      name: '',
      kind: above?.kind === 'headquarters' ? 'regional_office' : above?.kind === 'mission' ? 'sub_office' : 'mission',
      parent: props.parent,
      country: null,
      region: above?.region ?? null,
      opened: null,
      closed: null,
    },
  )
  const answering = useQuery({ queryKey: ['chat offices'], queryFn: chats.offices, enabled: office !== null })
  const answers = answering.data?.offices.some(({ id }) => id === office?.id) ?? false
  const [chat, setChat] = useState<boolean | null>(null)
  const set = (change: Partial<calls.NewOffice>) => setForm(before => ({ ...before, ...change }))
  const choices = (list: string) =>
    offeredCodes(d, list).map(({ code }) => ({ value: code, label: labels.code(list, code) }))
  const within = office === null ? [] : tree.below(office.id)
  const save = async () => {
    const { code, name, kind, parent, country, region, opened, closed } = form
    const body = { code, name: name.trim(), kind, parent, country, region, opened, closed }
    await (office === null ? calls.addOffice(body) : calls.editOffice(office.id, { ...body, version: office.version }))
    if (office !== null && chat !== null && chat !== answers) await chats.open(office.id, chat)
    props.onClose()
    await Promise.all([['offices'], ['chat offices']].map(queryKey => queries.invalidateQueries({ queryKey })))
  }
  return (
    <FormDialog
      title={
        office === null
          ? t('admin.office.addBelow', { name: above?.name ?? '' })
          : t('admin.office.editOf', { name: office.name })
      }
      submit={t('admin.save')}
      onSubmit={save}
      onClose={props.onClose}
    >
      <TextInput
        label={t('admin.office.name')}
        required
        withAsterisk={false}
        maxLength={120}
        data-autofocus
        value={form.name}
        onChange={event => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('admin.office.code')}
        description={t('setup.officeCodeHelp')}
        required
        withAsterisk={false}
        pattern="[A-Z0-9][A-Z0-9_\-]{0,19}"
        value={form.code}
        onChange={event => set({ code: event.currentTarget.value.toUpperCase() })}
      />
      <Select
        label={t('admin.office.kind')}
        allowDeselect={false}
        data={kinds.map(kind => ({ value: kind, label: t(`office.kind.${kind}`) }))}
        value={form.kind}
        onChange={kind => kind && set({ kind: kind as calls.NewOffice['kind'] })}
      />
      {office?.parent !== null && (
        <Select
          label={t('admin.office.parent')}
          allowDeselect={false}
          searchable
          data={all
            .filter(each => !within.includes(each.id) && permissions.may('manage_offices', { office: each.id }))
            .map(each => ({ value: each.id, label: each.name }))}
          value={form.parent}
          onChange={parent => parent && set({ parent })}
        />
      )}
      <Select
        label={t('admin.office.country')}
        searchable
        clearable
        data={choices('country')}
        value={form.country}
        onChange={country => set({ country })}
      />
      <Select
        label={t('admin.office.region')}
        clearable
        data={choices('region')}
        value={form.region}
        onChange={region => set({ region })}
      />
      <TextInput
        label={t('admin.office.opened')}
        description={t('admin.office.dateHelp')}
        pattern={day}
        dir="ltr"
        value={form.opened ?? ''}
        onChange={event => set({ opened: event.currentTarget.value.trim() || null })}
      />
      <TextInput
        label={t('admin.office.closed')}
        description={t('admin.office.closedHelp')}
        pattern={day}
        dir="ltr"
        value={form.closed ?? ''}
        onChange={event => set({ closed: event.currentTarget.value.trim() || null })}
      />
      {office !== null && (
        <Switch
          label={t('admin.office.chat')}
          description={t('admin.office.chatHelp')}
          checked={chat ?? answers}
          onChange={event => setChat(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  )
}

/** A year, a month or a day. */
const day = '\\d{4}(-\\d{2}(-\\d{2})?)?~?'

function Dates({ office: { opened, closed } }: { office: calls.Office }) {
  const t = useText()
  if (opened === null && closed === null) return null
  return (
    <span className="quiet small">
      {' '}
      {opened !== null && t('admin.office.since', { day: opened })}
      {opened !== null && closed !== null && ', '}
      {closed !== null && t('admin.office.until', { day: closed })}
    </span>
  )
}

/** Each office under its parent, brothers by name; what hangs on nothing known stands at the top. */
function inTree(all: readonly calls.Office[]): Placed[] {
  const known = new Set(all.map(({ id }) => id))
  const below = Map.groupBy(all, ({ parent }) => (parent !== null && known.has(parent) ? parent : ''))
  const walk = (parent: string, depth: number): Placed[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .flatMap(office => [{ office, depth }, ...(depth < 20 ? walk(office.id, depth + 1) : [])])
  return walk('', 0)
}
