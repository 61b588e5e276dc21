import { useId } from 'react'
import './form.css'

export interface Choice {
  readonly value: string
  readonly label: string
  /** One of the reserved answers: stands last, in a quieter dress. */
  readonly aside?: boolean
}

/** Chips of which one holds. A second click, or Delete, takes the answer back: no question has to be answered. */
export function OneOf(props: {
  label?: string
  labelledBy?: string
  describedBy?: string | undefined
  choices: readonly Choice[]
  value: string | null
  onChange: (value: string | null) => void
  size?: 'large' | undefined
}) {
  const name = useId()
  return (
    <div
      className={props.size === 'large' ? 'chips large' : 'chips'}
      role="radiogroup"
      aria-label={props.label}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
    >
      {props.choices.map(({ value, label, aside }) => (
        <label key={value} className={aside ? 'chip aside' : 'chip'}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={props.value === value}
            onChange={() => props.onChange(value)}
            onClick={() => props.value === value && props.onChange(null)}
            onKeyDown={event => {
              if ((event.key === 'Delete' || event.key === 'Backspace') && props.value === value) props.onChange(null)
            }}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  )
}

/** Chips of which several hold; a reserved answer stands alone. */
export function SomeOf(props: {
  labelledBy: string
  describedBy?: string | undefined
  choices: readonly Choice[]
  value: readonly string[]
  onChange: (value: readonly string[]) => void
}) {
  const asides = new Set(props.choices.filter(choice => choice.aside).map(choice => choice.value))
  const toggle = ({ value, aside }: Choice) => {
    if (props.value.includes(value)) return props.onChange(props.value.filter(each => each !== value))
    props.onChange(aside ? [value] : [...props.value.filter(each => !asides.has(each)), value])
  }
  return (
    // a fieldset cannot be labelled from elsewhere
    <div className="chips" role="group" aria-labelledby={props.labelledBy} aria-describedby={props.describedBy}>
      {props.choices.map(choice => (
        <label key={choice.value} className={choice.aside ? 'chip aside' : 'chip'}>
          <input type="checkbox" checked={props.value.includes(choice.value)} onChange={() => toggle(choice)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </div>
  )
}
