import { IconAlertTriangle } from '@tabler/icons-react'
import { useId } from 'react'
import type { Problem } from '#changes/change.ts'
import type { Value } from '#dictionary/answer.ts'
import { fieldOf, offeredCodes } from '#dictionary/dictionary.ts'
import { OneOf, SomeOf } from '../form/choices.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels } from '../text/text.tsx'

/** All answers of a field of a contact in sight, whatever their number: a list to open would be a tap more. */
export function Chips(props: {
  name: string
  value: Value | undefined
  onChange: (value: Value) => void
  problem?: Problem | undefined
  label?: string
  without?: readonly string[]
}) {
  const { name, value, problem, onChange } = props
  const d = useDictionary()
  const labels = useLabels()
  const say = useProblemText()
  const field = fieldOf(d, 'call', name)
  const list = field?.list ?? ''
  const choices = offeredCodes(d, list)
    .filter(({ code }) => !props.without?.includes(code))
    .map(({ code }) => ({ value: code, label: labels.code(list, code) }))
  const id = useId()
  return (
    <div className="field" data-field={name} data-wrong={problem ? '' : undefined}>
      <div className="field-label" id={id}>
        {props.label ?? labels.field('call', name)}
      </div>
      {field?.kind === 'codes' ? (
        <SomeOf
          labelledBy={id}
          choices={choices}
          value={Array.isArray(value) ? (value as readonly string[]) : []}
          onChange={next => onChange(next.length === 0 ? null : next)}
        />
      ) : (
        <OneOf labelledBy={id} choices={choices} value={typeof value === 'string' ? value : null} onChange={onChange} />
      )}
      {problem && (
        <div className="meaning stop">
          <IconAlertTriangle size={18} aria-hidden /> {say(problem)}
        </div>
      )}
    </div>
  )
}
