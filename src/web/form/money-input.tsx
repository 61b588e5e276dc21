import { Select, TextInput } from '@mantine/core'
import { currencies } from '#dictionary/data/currencies.ts'
import type { Money } from '#dictionary/answer.ts'
import { useText } from '../text/text.tsx'

const all = [...currencies.keys()].sort()

/** Amount as typed (a decimal text, a comma is taken for a point) and the currency beside it. */
export function MoneyInput(props: {
  labelledBy: string
  describedBy?: string | undefined
  value: Money | null
  currency: string
  onChange: (value: Money | null) => void
}) {
  const t = useText()
  const { amount, currency } = props.value ?? { amount: '', currency: props.currency }
  return (
    // a fieldset cannot be labelled from elsewhere
    <div className="money-input" role="group" aria-labelledby={props.labelledBy} aria-describedby={props.describedBy}>
      <TextInput
        aria-label={t('money.amount')}
        inputMode="decimal"
        value={amount}
        onChange={event => {
          const typed = event.currentTarget.value.replace(',', '.').replace(/\s/g, '')
          props.onChange(typed === '' ? null : { amount: typed, currency })
        }}
      />
      <Select
        aria-label={t('money.currency')}
        data={all}
        searchable
        allowDeselect={false}
        w={104}
        value={currency}
        onChange={chosen => chosen && props.onChange({ amount, currency: chosen })}
      />
    </div>
  )
}
