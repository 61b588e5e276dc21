import { Button, MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { firstDay, lastDay, parsePartialDate } from '#dictionary/partial-date.ts'
import type { NetworkFilter } from '#casework/network/narrow.ts'
import { certainties, type Network } from '#casework/network/network.ts'
import { SomeOf } from '../form/choices.tsx'
import { DateInput } from '../form/date-input.tsx'
import { localToday } from '../form/today.ts'
import { type Kept, partsOf, severalIn } from '../lists/kept.ts'
import { SavedFilters } from '../lists/saved-filters.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Time, place, certainty and kind. Narrows what is on the screen already: nothing is asked of the server, nothing is logged again. */
export function Filters(props: { network: Network; filter: NetworkFilter; onChange: (filter: NetworkFilter) => void }) {
  const t = useText()
  const labels = useLabels()
  const { network, filter, onChange } = props
  const [typed, setTyped] = useState({ from: '', to: '' })
  const set = (change: NetworkFilter) => onChange({ ...filter, ...change })
  const setDay = (part: 'from' | 'to', text: string) => {
    setTyped({ ...typed, [part]: text })
    const date = parsePartialDate(text)
    set({ [part]: date ? (part === 'from' ? firstDay(date) : lastDay(date)) : undefined })
  }
  const suspects = network.nodes.flatMap(node => (node.of === 'suspect' ? [node] : []))
  const countries = [...new Set([...network.ties, ...suspects].flatMap(({ country }) => country ?? []))]
  const kinds = [...new Set(suspects.map(({ kind }) => kind))]
  const clear = () => {
    setTyped({ from: '', to: '' })
    onChange({})
  }
  const take = (kept: Kept) => {
    const { from = '', to = '' } = partsOf(kept, ['from', 'to'])
    setTyped({ from, to })
    onChange({
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      countries: severalIn(kept, 'countries'),
      certainty: severalIn(kept, 'certainty'),
      kinds: severalIn(kept, 'kinds'),
    })
  }
  return (
    <div className="network-filters" role="search" aria-label={t('filter.label')}>
      {(['from', 'to'] as const).map(part => (
        <div key={part}>
          <span className="field-label" id={`network-${part}`}>
            {t(`network.${part}`)}
          </span>
          <DateInput
            labelledBy={`network-${part}`}
            value={typed[part]}
            onChange={day => setDay(part, day ?? '')}
            today={localToday()}
          />
        </div>
      ))}
      <div>
        <span className="field-label" id="network-certainty">
          {labels.field('tie', 'certainty')}
        </span>
        <SomeOf
          labelledBy="network-certainty"
          choices={certainties.map(value => ({ value, label: t(`network.certainty.${value}`) }))}
          value={filter.certainty ?? []}
          onChange={certainty => set({ certainty })}
        />
      </div>
      <Several
        label={labels.field('tie', 'country')}
        data={countries.map(value => ({ value, label: labels.code('country', value) }))}
        value={filter.countries ?? []}
        onChange={chosen => set({ countries: chosen })}
      />
      <Several
        label={labels.field('suspect', 'kind')}
        data={kinds.map(value => ({ value, label: labels.code('suspect_kind', value) }))}
        value={filter.kinds ?? []}
        onChange={chosen => set({ kinds: chosen })}
      />
      <Button variant="default" onClick={clear}>
        {t('network.showAll')}
      </Button>
      <SavedFilters list="network" filter={filter} onPick={take} />
    </div>
  )
}

function Several(props: {
  label: string
  data: readonly { value: string; label: string }[]
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}) {
  const t = useText()
  return (
    <MultiSelect
      label={props.label}
      placeholder={props.value.length === 0 ? t('filter.any') : ''}
      data={props.data.toSorted((a, b) => a.label.localeCompare(b.label))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('form.clearChoice') }}
      nothingFoundMessage={t('form.nothing')}
      value={[...props.value]}
      onChange={props.onChange}
    />
  )
}
