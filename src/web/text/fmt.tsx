import type { ReactNode } from 'react'
import { useIntl } from 'react-intl'
import type { Money } from '#dictionary/answer.ts'
import { useText } from './text.tsx'

/** Everything that has a direction of its own stands isolated, so that a number never turns a sentence round. */
export function Isolated(props: { children: ReactNode; className?: string }) {
  return <bdi className={props.className}>{props.children}</bdi>
}

/** A person's name: isolated, and blurred while the discreet switch is on until touched or focused. */
export function Name(props: { children: ReactNode }) {
  return (
    <bdi className="name" data-name="">
      {props.children}
    </bdi>
  )
}

export function CaseNumber(props: { number: string | null }) {
  const t = useText()
  return props.number === null ? (
    <span className="quiet">{t('case.noNumber')}</span>
  ) : (
    <bdi className="number">{props.number}</bdi>
  )
}

/** Partial dates: `2019`, `2019-05`, `2019-05-03`, with `~` for about. Each says only what is known. */
export function usePartialDate(): (value: string) => string {
  const intl = useIntl()
  const t = useText()
  return value => {
    const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~?)$/.exec(value)
    if (!match) return value
    const [, year, month, day, about] = match
    const at = new Date(Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1))
    const said = intl.formatDate(at, {
      year: 'numeric',
      timeZone: 'UTC',
      ...(month ? { month: 'short' } : {}),
      ...(day ? { day: 'numeric' } : {}),
    })
    return about ? t('date.about', { date: said }) : said
  }
}

export function PartialDate(props: { value: string }) {
  const say = usePartialDate()
  return (
    <time dateTime={props.value.replace('~', '')}>
      <bdi>{say(props.value)}</bdi>
    </time>
  )
}

/** The day of the week of a full day. */
export function Weekday(props: { day: string }) {
  const intl = useIntl()
  return <bdi>{intl.formatDate(`${props.day}T00:00:00Z`, { weekday: 'long', timeZone: 'UTC' })}</bdi>
}

/** An instant as date and hour of this device. */
export function When(props: { at: string; only?: 'time' | 'date' }) {
  const intl = useIntl()
  const at = new Date(props.at)
  const said =
    props.only === 'time'
      ? intl.formatTime(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
      : intl.formatDate(at, {
          year: 'numeric',
          month: 'short',
          day: 'numeric',
          ...(props.only === 'date' ? {} : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
        })
  return (
    <time dateTime={props.at}>
      <bdi>{said}</bdi>
    </time>
  )
}

/** Exact decimals: the digits are grouped as text and never pass through a double. */
export function Amount(props: { money: Money }) {
  const [whole = '0', part] = props.money.amount.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f')
  return (
    <bdi className="number">
      {part === undefined ? grouped : `${grouped}.${part}`} {props.money.currency}
    </bdi>
  )
}
