import { type Mark, type Marks, missingAnswers } from '#dictionary/answer.ts'
import { useLabels } from '../text/text.tsx'
import { type Choice, OneOf } from './choices.tsx'

const asked = missingAnswers.filter(answer => answer !== 'not_applicable')

export interface MarkRow {
  readonly code: string
  readonly label: string
  readonly help?: string | undefined
}

/** One row a code: yes, no, or why there is neither. A row without a mark was not asked and says nothing. */
export function MarkRows(props: {
  rows: readonly MarkRow[]
  value: Marks
  onChange: (value: Marks) => void
  /** For jumping to a row: the id of a row is `<anchor>-<code>`. */
  anchor: string
  size?: 'large' | undefined
}) {
  const labels = useLabels()
  const choices: readonly Choice[] = [
    { value: 'yes', label: labels.code('yes_no', 'yes') },
    { value: 'no', label: labels.code('yes_no', 'no') },
    ...asked.map(answer => ({ value: answer, label: labels.answer(answer), aside: true })),
  ]
  const mark = (code: string, answer: string | null) => {
    const { [code]: _, ...others } = props.value
    props.onChange(answer === null ? others : { ...others, [code]: answer as Mark })
  }
  return (
    <div className="mark-rows">
      {props.rows.map(({ code, label, help }) => (
        <div key={code} className="mark-row" id={`${props.anchor}-${code}`} tabIndex={-1}>
          <div id={`${props.anchor}-${code}-label`} className="mark-label">
            {label}
            {help && <span className="quiet small"> {help}</span>}
          </div>
          <OneOf
            labelledBy={`${props.anchor}-${code}-label`}
            choices={choices}
            value={props.value[code] ?? null}
            onChange={answer => mark(code, answer)}
            size={props.size}
          />
        </div>
      ))}
    </div>
  )
}
