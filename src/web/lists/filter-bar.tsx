import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { fieldOf, offeredCodes } from '#dictionary/dictionary.ts'
import * as calls from '../api/calls.ts'
import { useOffices } from '../shell/offices.ts'
import { usePermissions } from '../shell/me.ts'
import { useDictionary } from '../shell/words.ts'
import { useLabels, useText } from '../text/text.tsx'
import { partsOf } from './kept.ts'
import { SavedFilters } from './saved-filters.tsx'
import './lists.css'

/** What a worklist shows: state, kind, whose, office, done or not; kept under a name of one's own. */
export function FilterBar(props: {
  type: string
  filter: calls.ListFilter
  onChange: (filter: calls.ListFilter) => void
  /** Parts that the page itself decides. */
  without?: readonly ('state' | 'kind' | 'who' | 'office' | 'open')[]
}) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const { type, filter, onChange } = props
  const declared = d.recordTypes.get(type)
  const place = declared?.list
  const has = {
    state: place?.state !== undefined,
    kind: place?.kind !== undefined,
    // A record of an office is nobody's work unless it names somebody.
    who: place?.who !== undefined || declared?.under === 'case',
    office: true,
    open: (place?.endedBy ?? place?.ended) !== undefined,
  }
  const shows = (part: keyof typeof has) => has[part] && !props.without?.includes(part)
  const set = (part: keyof calls.ListFilter, value: string | null) => {
    const { [part]: _, ...rest } = filter
    onChange(value === null ? rest : { ...rest, [part]: value })
  }
  const codes = (field: string | undefined) => {
    const list = field === undefined ? undefined : fieldOf(d, type, field)?.list
    return list === undefined
      ? []
      : offeredCodes(d, list).map(({ code }) => ({ value: code, label: labels.code(list, code) }))
  }
  const choose = (part: 'state' | 'kind', field: string) => (
    <Pick
      label={labels.field(type, field)}
      data={codes(field)}
      value={filter[part] ?? null}
      onChange={value => set(part, value)}
    />
  )
  return (
    <div className="filter-bar" role="search" aria-label={t('filter.label')}>
      {shows('state') && place?.state && choose('state', place.state)}
      {shows('kind') && place?.kind && choose('kind', place.kind)}
      {shows('who') && <Whose value={filter.who ?? null} onChange={value => set('who', value)} />}
      {shows('office') && <OfOffice value={filter.office ?? null} onChange={value => set('office', value)} />}
      {shows('open') && (
        <Pick
          label={t('filter.open')}
          data={(['yes', 'no'] as const).map(value => ({ value, label: t(`filter.open.${value}`) }))}
          value={filter.open ?? null}
          onChange={value => set('open', value)}
        />
      )}
      <SavedFilters list={type} filter={filter} onPick={kept => onChange(partsOf(kept, parts) as calls.ListFilter)} />
    </div>
  )
}

const parts = ['office', 'who', 'at', 'state', 'kind', 'from', 'to', 'open', 'order'] as const

function Pick(props: {
  label: string
  data: readonly { value: string; label: string }[]
  value: string | null
  onChange: (value: string | null) => void
}) {
  const t = useText()
  return (
    <Select
      label={props.label}
      placeholder={t('filter.any')}
      data={[...props.data]}
      clearable
      searchable={props.data.length > 9}
      clearButtonProps={{ 'aria-label': t('form.clearChoice') }}
      value={props.value}
      onChange={props.onChange}
    />
  )
}

function Whose(props: { value: string | null; onChange: (value: string | null) => void }) {
  const t = useText()
  const { data } = useQuery({ queryKey: ['staff'], queryFn: () => calls.staff(), staleTime: 60_000 })
  const staff = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  const fixed = (['me', 'nobody'] as const).map(value => ({ value, label: t(`filter.who.${value}`) }))
  return <Pick label={t('filter.who')} data={[...fixed, ...staff]} value={props.value} onChange={props.onChange} />
}

/** Only where one's reach covers more than one office. */
function OfOffice(props: { value: string | null; onChange: (value: string | null) => void }) {
  const t = useText()
  const permissions = usePermissions()
  const { all } = useOffices()
  const reach = permissions.reach('read')
  const within = all.filter(({ id }) => reach.all || reach.offices.includes(id))
  if (within.length < 2) return null
  return (
    <Pick
      label={t('filter.office')}
      data={within.map(({ id, name }) => ({ value: id, label: name }))}
      value={props.value}
      onChange={props.onChange}
    />
  )
}
