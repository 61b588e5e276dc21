import { Button, Select, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import { amountText, isRate, moneyIn, parseAmount } from '#casework/planning/money.ts'
import { balanceOf, ceilingOf, judgeDelivery, worthIn } from '#casework/reintegration/package.ts'
import type { Problem, RecordView } from '#changes/change.ts'
import type { Content, Money } from '#dictionary/answer.ts'
import { creating, deliver, isSaved, newId } from '../api/push.ts'
import type { OpenCase } from '../case/use-case.ts'
import { DateInput } from '../form/date-input.tsx'
import { MoneyInput } from '../form/money-input.tsx'
import { SavedAt } from '../form/record-form.tsx'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'

/** One line: item, what, date, worth, rate. The balance counts along before anything is sent. */
export function DeliveryLine({ open, items }: { open: OpenCase; items: readonly RecordView[] }) {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const say = useProblemText()
  const [line, setLine] = useState<Content>(() => ({ item: items[0]?.id ?? null, deliveredOn: localToday() }))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const record = useRef(newId())
  const set = (name: string, value: Content[string]) => setLine(before => ({ ...before, [name]: value }))
  const label = (name: string) => labels.field('delivery', name)
  const item = items.find(({ id }) => id === line.item)
  const ceiling = item ? ceilingOf(item) : null
  const typed = line.amount as Money | null | undefined
  const money = moneyIn(typed ?? undefined)
  const foreign = typed && ceiling && typed.currency !== ceiling.currency

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      const filled = Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== ''))
      const [result] = (await deliver([creating('delivery', open.place, filled, d.version, record.current)])).results
      setProblems(result?.problems ?? [])
      if (!isSaved(result)) return
      record.current = newId()
      setSavedAt(new Date().toISOString())
      setLine({ item: line.item ?? null, deliveredOn: localToday() })
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className="entry sheet" onSubmit={save} noValidate aria-label={t('reintegration.deliver')}>
      <div className="entry-fields">
        <Select
          className="entry-type"
          label={label('item')}
          data={items.map(({ id, content }) => ({
            value: id,
            label:
              typeof content.kind === 'string'
                ? labels.code('package_kind', content.kind)
                : labels.type('package_item'),
          }))}
          allowDeselect={false}
          value={typeof line.item === 'string' ? line.item : null}
          onChange={value => set('item', value)}
        />
        {open.writable('delivery').has('narrative') && (
          <TextInput
            className="entry-what"
            label={label('what')}
            value={typeof line.what === 'string' ? line.what : ''}
            onChange={event => set('what', event.currentTarget.value || null)}
          />
        )}
        <div className="entry-date">
          <span className="field-label" id="delivery-date">
            {label('deliveredOn')}
          </span>
          <DateInput
            labelledBy="delivery-date"
            value={typeof line.deliveredOn === 'string' ? line.deliveredOn : ''}
            onChange={value => set('deliveredOn', value)}
            today={localToday()}
          />
        </div>
        <div>
          <span className="field-label" id="delivery-worth">
            {label('amount')}
          </span>
          <MoneyInput
            labelledBy="delivery-worth"
            value={typed ?? null}
            currency={ceiling?.currency ?? 'USD'}
            onChange={value => set('amount', value)}
          />
        </div>
        {foreign && (
          <TextInput
            className="entry-rate"
            label={label('rate')}
            inputMode="decimal"
            value={typeof line.rate === 'string' ? line.rate : ''}
            onChange={event => set('rate', event.currentTarget.value.replace(',', '.').trim() || null)}
          />
        )}
      </div>
      {item && money && (!foreign || isRate(line.rate)) && <After open={open} item={item} line={line} />}
      {problems.length > 0 && (
        <ul className="notice stop" role="alert">
          {problems.map(problem => (
            <li key={problem.code + (problem.field ?? '')}>
              {problem.field ? `${label(problem.field)}: ` : ''}
              {say(problem)}
            </li>
          ))}
        </ul>
      )}
      <Refused error={error} />
      <div className="form-end">
        <Button type="submit" loading={busy}>
          {t('reintegration.saveDelivery')}
        </Button>
        <SavedAt at={savedAt} />
      </div>
    </form>
  )
}

/** What this line would leave, or by how much it goes over: said before it is saved. */
function After(props: { open: OpenCase; item: RecordView; line: Content }) {
  const t = useText()
  const balance = balanceOf(props.open.file, props.item)
  const { state, overBy } = judgeDelivery(props.open.file, 'new', props.line)
  const worth = balance && worthIn(props.line, balance.ceiling.currency)
  if (!balance || !worth) return null
  if (state === 'pending_over_ceiling' && overBy)
    return (
      <div className="notice care" role="status">
        <IconAlertTriangle size={20} aria-hidden />
        <p>{t('reintegration.overSoon', { over: `${overBy.amount} ${overBy.currency}` })}</p>
      </div>
    )
  const left = amountText((parseAmount(balance.left.amount) ?? 0n) - (parseAmount(worth.amount) ?? 0n))
  return (
    <p className="quiet" role="status">
      {t('reintegration.afterwards', { left: `${left} ${balance.ceiling.currency}` })}
    </p>
  )
}
