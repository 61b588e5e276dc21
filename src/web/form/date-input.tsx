import { Button, Checkbox, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useText } from '../text/text.tsx'

interface Parts {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly about: boolean
}

/** Day, month and year apart; what is not known stays empty. Passes on a partial date, or what was typed for the check. */
export function DateInput(props: {
  labelledBy: string
  describedBy?: string | undefined
  value: string
  onChange: (value: string | null) => void
  today: string
}) {
  const t = useText()
  const id = useId()
  const [parts, setParts] = useState(() => take(props.value))
  // What comes from outside (another reader's change, "today") replaces the boxes; our own echo does not.
  if (join(parts) !== props.value && join(take(props.value)) === props.value) setParts(take(props.value))

  const set = (change: Partial<Parts>) => {
    const next = { ...parts, ...change }
    setParts(next)
    props.onChange(join(next) || null)
  }
  const digits = (text: string) => text.replace(/\D/g, '')
  return (
    // a fieldset cannot be labelled from elsewhere
    <div className="date-input" role="group" aria-labelledby={props.labelledBy} aria-describedby={props.describedBy}>
      <TextInput
        id={`${id}-d`}
        label={t('date.day')}
        inputMode="numeric"
        maxLength={2}
        w={64}
        value={parts.day}
        onChange={event => set({ day: digits(event.currentTarget.value) })}
      />
      <TextInput
        id={`${id}-m`}
        label={t('date.month')}
        inputMode="numeric"
        maxLength={2}
        w={64}
        value={parts.month}
        onChange={event => set({ month: digits(event.currentTarget.value) })}
      />
      <TextInput
        id={`${id}-y`}
        label={t('date.year')}
        inputMode="numeric"
        maxLength={4}
        w={84}
        value={parts.year}
        onChange={event => set({ year: digits(event.currentTarget.value) })}
      />
      <Checkbox
        className="date-about"
        label={t('date.estimate')}
        checked={parts.about}
        onChange={event => set({ about: event.currentTarget.checked })}
      />
      <Button className="date-today" variant="subtle" onClick={() => props.onChange(props.today)}>
        {t('date.today')}
      </Button>
    </div>
  )
}

function take(value: string): Parts {
  const [year = '', month = '', day = ''] = value.replace('~', '').split('-')
  return { year, month: bare(month), day: bare(day), about: value.endsWith('~') }
}

const bare = (part: string) => (part === '' ? '' : String(Number(part)))

/** The empty string when nothing is typed; a text that is no date (day without year) when something is missing. */
function join({ year, month, day, about }: Parts): string {
  if (year === '' && month === '' && day === '') return ''
  const tail =
    day !== ''
      ? `-${(month || '0').padStart(2, '0')}-${day.padStart(2, '0')}`
      : month
        ? `-${month.padStart(2, '0')}`
        : ''
  return `${year}${tail}${about ? '~' : ''}`
}
