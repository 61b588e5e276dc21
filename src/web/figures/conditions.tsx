import { ActionIcon, MultiSelect, Select } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { missingAnswers } from '#dictionary/answer.ts'
import { useLabels, useText } from '../text/text.tsx'
import type { Asked } from '#server/contract/figure-link.ts'
import { conditionsOf } from './asked.ts'
import type { FigureChoices } from './calls.ts'
import { useFigureWords } from './words.ts'

/** "Only where sex is female or male": any number of conditions, all of which hold. */
export function Conditions(props: { asked: Asked; choices: FigureChoices; ask: (next: Asked) => void }) {
  const { asked, choices, ask } = props
  const t = useText()
  const words = useFigureWords()
  const [begun, setBegun] = useState<string | null>(null)
  const named = conditionsOf(asked, choices)
  const shown = named.filter(each => asked.where[each.id] !== undefined || each.id === begun)
  const set = (id: string, codes: readonly string[]) => {
    const { [id]: _before, ...others } = asked.where
    if (codes.length > 0) setBegun(null)
    ask({ ...asked, where: codes.length === 0 ? others : { ...others, [id]: codes } })
  }
  return (
    <div className="conditions">
      {shown.map(dimension => (
        <Condition
          key={dimension.id}
          dimension={dimension}
          codes={asked.where[dimension.id] ?? []}
          fresh={dimension.id === begun}
          onChange={codes => set(dimension.id, codes)}
          onRemove={() => {
            setBegun(null)
            set(dimension.id, [])
          }}
        />
      ))}
      <Select
        className="condition-add"
        aria-label={t('figures.where.add')}
        placeholder={t('figures.where.add')}
        value={null}
        searchable
        data={named
          .filter(each => !shown.includes(each))
          .map(({ id, label }) => ({ value: id, label: words.dimension(id, label) }))}
        nothingFoundMessage={t('figures.nothingFound')}
        maxDropdownHeight={320}
        onChange={setBegun}
      />
    </div>
  )
}

/** A condition that was just begun waits for its values. */
const focus = (box: HTMLInputElement | null): void => box?.focus()

function Condition(props: {
  dimension: FigureChoices['dimensions'][number]
  codes: readonly string[]
  fresh: boolean
  onChange: (codes: readonly string[]) => void
  onRemove: () => void
}) {
  const t = useText()
  const labels = useLabels()
  const words = useFigureWords()
  const { id, values } = props.dimension
  const name = words.dimension(id, props.dimension.label)
  const known = (values ?? []).map(({ code, label }) => ({ value: code, label: words.value(id, code, label) }))
  // A mission always has a name; every other answer can be missing in one of these ways.
  const missing =
    id === 'office'
      ? []
      : [
          ...[...missingAnswers, 'redacted'].map(code => ({ value: code, label: labels.answer(code) })),
          { value: 'none_recorded', label: t('figures.none_recorded') },
        ]
  const taken = new Set(known.map(each => each.value))
  const data = [
    ...known,
    { group: t('figures.notKnown'), items: missing.filter(each => !taken.has(each.value)) },
  ].filter(each => !('items' in each) || each.items.length > 0)
  return (
    <div className="condition">
      <MultiSelect
        label={t('figures.where.only', { dimension: words.within(id, props.dimension.label) })}
        data={data}
        value={[...props.codes]}
        onChange={props.onChange}
        searchable
        hidePickedOptions
        ref={props.fresh ? focus : undefined}
        placeholder={props.codes.length === 0 ? t('figures.where.choose') : undefined}
        nothingFoundMessage={t('figures.nothingFound')}
        maxDropdownHeight={320}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('figures.where.remove', { dimension: name })}
        onClick={props.onRemove}
      >
        <IconX size={18} />
      </ActionIcon>
    </div>
  )
}
