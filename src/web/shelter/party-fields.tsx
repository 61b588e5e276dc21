import { NumberInput, SegmentedControl } from '@mantine/core'
import type { Party } from '#casework/shelter/fits.ts'
import { useLabels, useText } from '../text/text.tsx'

/** How many move in together; the person of a case is known, and is not asked for again. */
export function PartySize(props: { party: Party; onChange: (party: Party) => void }) {
  const labels = useLabels()
  const { party, onChange } = props
  const whole = (value: string | number, least: number, most: number) =>
    Math.min(most, Math.max(least, Math.trunc(Number(value) || least)))
  return (
    <>
      <NumberInput
        className="short-number"
        label={labels.field('stay', 'partySize')}
        min={1}
        max={20}
        clampBehavior="strict"
        value={party.size}
        onChange={value => {
          const size = whole(value, 1, 20)
          // Who comes along is taken for a child until somebody says otherwise.
          onChange({ ...party, size, children: Math.max(0, party.children + size - party.size) })
        }}
      />
      {party.size > 1 && (
        <NumberInput
          className="short-number"
          label={labels.field('stay', 'partyChildren')}
          min={0}
          max={party.size - 1}
          clampBehavior="strict"
          value={party.children}
          onChange={value => onChange({ ...party, children: whole(value, 0, party.size - 1) })}
        />
      )}
    </>
  )
}

/** For somebody who has no case yet, or on the telephone: sex and age. */
export function PartyPerson(props: { party: Party; onChange: (party: Party) => void }) {
  const t = useText()
  const labels = useLabels()
  const { party, onChange } = props
  return (
    <>
      <div className="field-set" role="group" aria-label={labels.field('person', 'sex')}>
        <span aria-hidden>{labels.field('person', 'sex')}</span>
        <SegmentedControl
          data={(['female', 'male', 'other'] as const).map(sex => ({ value: sex, label: labels.code('sex', sex) }))}
          value={party.sex ?? ''}
          onChange={sex => onChange({ ...party, sex })}
        />
      </div>
      <div className="field-set" role="group" aria-label={t('shelter.age')}>
        <span aria-hidden>{t('shelter.age')}</span>
        <SegmentedControl
          data={[
            { value: 'adult', label: t('shelter.adult') },
            { value: 'child', label: t('shelter.child') },
          ]}
          value={party.child ? 'child' : 'adult'}
          onChange={age => onChange({ ...party, child: age === 'child' })}
        />
      </div>
    </>
  )
}
