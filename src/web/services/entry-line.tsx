import { Button, Select, TextInput } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { type FormEvent, useRef, useState } from 'react'
import type { Problem, RecordView } from '#changes/change.ts'
import { type Content, isReserved, type Money, type Value } from '#dictionary/answer.ts'
import { moneyIn } from '#casework/planning/money.ts'
import { checkContent } from '#dictionary/check.ts'
import { offeredCodes } from '#dictionary/dictionary.ts'
import type { OpenCase } from '../case/use-case.ts'
import { creating, deliver, isSaved, newId } from '../api/push.ts'
import { DateInput } from '../form/date-input.tsx'
import { MoneyInput } from '../form/money-input.tsx'
import { SavedAt } from '../form/record-form.tsx'
import { localToday } from '../form/today.ts'
import { baseOf, MoreFields } from './more-fields.tsx'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'

const repeated = [
  'type',
  'what',
  'item',
  'quantity',
  'cost',
  'fund',
  'provider',
  'providerName',
  'project',
  'donor',
] as const

/** One line: type, what, date, quantity, cost, fund. Enter saves and the next line is open. */
export function EntryLine(props: { open: OpenCase; last: RecordView | null }) {
  const { open } = props
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const say = useProblemText()
  const [line, setLine] = useState<Content>(() => ({ deliveredOn: localToday() }))
  const [typed, setTyped] = useState('')
  const [currency, setCurrency] = useState(() => currencyOf(props.last) ?? 'EUR')
  const [account, setAccount] = useState(() => moneyIn(props.last?.content.base)?.currency ?? 'USD')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const record = useRef(newId())
  const first = useRef<HTMLInputElement>(null)
  const label = (name: string) => labels.field('service', name)
  const set = (name: string, value: Value) => setLine(before => ({ ...before, [name]: value }))
  const options = (list: string) =>
    offeredCodes(d, list).map(({ code }) => ({ value: code, label: labels.code(list, code) }))
  const text = (name: string) => {
    const value = line[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const narrative = open.writable('service').has('narrative')

  const save = async (event: FormEvent) => {
    event.preventDefault()
    const base = baseOf(line, account)
    const whole: Content = base ? { ...line, base } : line
    const filled = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null && value !== ''))
    const own: readonly Problem[] =
      filled.type === undefined ? [{ code: 'service_type_missing', field: 'type' }] : checkContent(d, 'service', filled)
    setProblems(own)
    setError(null)
    if (own.length > 0) return
    setBusy(true)
    try {
      const change = creating('service', open.place, filled, d.version, record.current)
      const [result] = (await deliver([change])).results
      setProblems(result?.problems ?? [])
      if (!isSaved(result)) return
      record.current = newId()
      setSavedAt(new Date().toISOString())
      setLine({ deliveredOn: filled.deliveredOn ?? localToday() })
      setTyped('')
      first.current?.focus()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  const repeat = () => {
    const { last } = props
    if (!last) return
    const same = repeated.flatMap(name =>
      last.content[name] === undefined ? [] : [[name, last.content[name]] as const],
    )
    setLine({ deliveredOn: localToday(), ...(Object.fromEntries(same) as Content) })
    first.current?.focus()
  }

  const types = options('service_type')
  /** A few letters and Enter (or Tab) take the first type that fits, however fast the fingers are. True when taken. */
  const takeTyped = (): boolean => {
    const wanted = typed.trim().toLowerCase()
    if (wanted === '' || types.some(({ value, label: name }) => value === line.type && name === typed)) return false
    const hit =
      types.find(each => each.label.toLowerCase().startsWith(wanted)) ??
      types.find(each => each.label.toLowerCase().includes(wanted))
    if (hit) set('type', hit.value)
    return hit !== undefined
  }

  const cost = line.cost
  return (
    <form className="entry sheet" onSubmit={save} noValidate aria-label={t('services.entry')}>
      <div className="entry-fields">
        <Select
          ref={first}
          className="entry-type"
          label={label('type')}
          data={types}
          searchable
          selectFirstOptionOnChange
          openOnFocus={false}
          searchValue={typed}
          onSearchChange={setTyped}
          onKeyDown={event => {
            if (event.key === 'Enter' && takeTyped()) event.preventDefault()
            if (event.key === 'Tab') takeTyped()
          }}
          autoFocus
          nothingFoundMessage={t('form.nothing')}
          value={text('type') || null}
          onChange={value => set('type', value)}
        />
        {narrative && (
          <TextInput
            className="entry-what"
            label={label('what')}
            value={text('what')}
            onChange={event => set('what', event.currentTarget.value || null)}
          />
        )}
        <div className="entry-date">
          <span className="field-label" id="entry-date">
            {label('deliveredOn')}
          </span>
          <DateInput
            labelledBy="entry-date"
            value={text('deliveredOn')}
            onChange={value => set('deliveredOn', value)}
            today={localToday()}
          />
        </div>
        <TextInput
          className="entry-quantity"
          label={label('quantity')}
          inputMode="numeric"
          value={text('quantity')}
          onChange={event => {
            const typed = event.currentTarget.value.trim()
            set('quantity', /^\d{1,9}$/.test(typed) ? Number(typed) : typed || null)
          }}
        />
        <div className="entry-cost">
          <span className="field-label" id="entry-cost">
            {label('cost')}
          </span>
          <MoneyInput
            labelledBy="entry-cost"
            value={isMoney(cost) ? cost : null}
            currency={currency}
            onChange={money => {
              if (money) setCurrency(money.currency)
              set('cost', money && money.amount !== '' ? money : null)
            }}
          />
        </div>
        <Select
          className="entry-fund"
          label={label('fund')}
          data={options('fund')}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('form.clear', { field: label('fund') }) }}
          value={isReserved(line.fund) ? null : text('fund') || null}
          onChange={value => set('fund', value)}
        />
      </div>
      <MoreFields
        line={line}
        currency={currency}
        account={account}
        onAccount={setAccount}
        onChange={set => setLine(before => ({ ...before, ...set }))}
      />
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
          {t('services.save')}
        </Button>
        {props.last && (
          <Button variant="default" leftSection={<IconRepeat size={18} aria-hidden />} onClick={repeat}>
            {t('services.repeat')}
          </Button>
        )}
        <SavedAt at={savedAt} />
      </div>
    </form>
  )
}

const isMoney = (value: Value | undefined): value is Money =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'currency' in value

function currencyOf(record: RecordView | null): string | null {
  const cost = record?.content.cost
  return isMoney(cost) ? cost.currency : null
}
