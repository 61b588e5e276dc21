import { Button, Select, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { inCurrency, isRate, moneyIn } from '#casework/planning/money.ts'
import { type Content, isAnswered, type Money, plainText } from '#dictionary/answer.ts'
import { currencies } from '#dictionary/data/currencies.ts'
import { offeredCodes } from '#dictionary/dictionary.ts'
import { DateInput } from '../form/date-input.tsx'
import { localToday } from '../form/today.ts'
import { useDictionary } from '../shell/words.ts'
import { Amount } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Goods, and a cost in another currency than the account: the rate, its day, what it comes to. Closed until asked for. */
export function MoreFields(props: {
  line: Content
  /** In which the cost is being typed. */
  currency: string
  account: string
  onAccount: (currency: string) => void
  onChange: (set: Content) => void
}) {
  const { line, account } = props
  const t = useText()
  const labels = useLabels()
  const [shown, setShown] = useState(false)
  const d = useDictionary()
  if (!shown)
    return (
      <Button variant="subtle" leftSection={<IconDots size={18} aria-hidden />} onClick={() => setShown(true)}>
        {t('services.other')}
      </Button>
    )
  const base = baseOf(line, account)
  return (
    <fieldset className="entry-fields">
      <legend className="quiet small">{t('services.rateAbout', { from: props.currency, to: account })}</legend>
      <Select
        className="entry-item"
        label={labels.field('service', 'item')}
        data={offeredCodes(d, 'item_kind').map(({ code }) => ({ value: code, label: labels.code('item_kind', code) }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('form.clear', { field: labels.field('service', 'item') }) }}
        value={plainText(line.item) || null}
        onChange={item => props.onChange({ item })}
      />
      <TextInput
        className="entry-rate"
        label={t('services.rate')}
        inputMode="decimal"
        value={typeof line.rate === 'string' ? line.rate : ''}
        onChange={event => {
          const rate = event.currentTarget.value.replace(',', '.').trim() || null
          props.onChange({ rate, rateOn: rate === null ? null : (line.rateOn ?? localToday()) })
        }}
      />
      <Select
        className="entry-account"
        label={t('services.account')}
        data={[...currencies.keys()].sort()}
        searchable
        allowDeselect={false}
        value={account}
        onChange={currency => currency && props.onAccount(currency)}
      />
      <div className="entry-date">
        <span className="field-label" id="entry-rate-on">
          {labels.field('service', 'rateOn')}
        </span>
        <DateInput
          labelledBy="entry-rate-on"
          value={typeof line.rateOn === 'string' ? line.rateOn : ''}
          onChange={rateOn => props.onChange({ rateOn })}
          today={localToday()}
        />
      </div>
      {base && (
        <p role="status" data-base>
          {labels.field('service', 'base')}: <Amount money={base} />
        </p>
      )}
    </fieldset>
  )
}

/** What the line comes to in the currency of the account; null without a rate, where none is needed or known. */
export function baseOf(line: Content, account: string): Money | null {
  const cost = moneyIn(line.cost)
  if (!cost || !isAnswered(line.rate) || !isRate(line.rate) || cost.currency === account) return null
  return inCurrency(cost, account, line.rate)
}
