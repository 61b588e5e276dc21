import { Button } from '@mantine/core'
import { IconAlertTriangle, IconGavel, IconHourglassLow } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ListFilter, ListLine } from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { FilterBar } from '../lists/filter-bar.tsx'
import { Refused } from '../session/problem.tsx'
import { useOffices } from '../shell/offices.ts'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber, Isolated, PartialDate, Weekday } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { useCalendar } from './use-calendar.ts'
import './justice.css'

/** Who must be where on which day? Case numbers and kinds only: it may hang on a wall or stand on a shared screen. */
export function JusticeCalendarPage() {
  usePageKind('title.justice')
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({})
  const calendar = useCalendar(filter)
  const today = localToday()
  return (
    <div className="column wide">
      <h1>{t('title.justice')}</h1>
      <p className="quiet">{t('justice.about')}</p>
      <FilterBar type="hearing" filter={filter} onChange={setFilter} without={['state', 'kind', 'open']} />
      <Refused error={calendar.error} />
      {calendar.waiting && <Waiting lines={6} />}
      {!calendar.waiting && calendar.days.length === 0 && (
        <div className="empty">
          <p>{t('justice.empty')}</p>
        </div>
      )}
      <div className="calendar">
        {calendar.days.map(({ day, lines }) => (
          <section key={day} className="calendar-day" data-day={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`}>
              <Weekday day={day} /> <PartialDate value={day} />
              {day === today && <span className="meaning done">{t('justice.today')}</span>}
              {day < today && (
                <span className="meaning stop">
                  <IconAlertTriangle size={16} aria-hidden /> {t('justice.late')}
                </span>
              )}
            </h2>
            <ul>
              {lines.map(line => (
                <li key={line.record.id}>
                  <CalendarLine line={line} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {calendar.more && (
        <div>
          <Button variant="default" onClick={calendar.more}>
            {t('more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function CalendarLine({ line: { record, case: kase } }: { line: ListLine }) {
  const offices = useOffices()
  const t = useText()
  const hearing = record.type === 'hearing'
  const { number } = kase?.content ?? {}
  const { at } = record.content
  return (
    <Link
      to="/cases/$id/justice"
      params={{ id: kase?.id ?? '' }}
      disabled={kase === null}
      className="calendar-line"
      data-record={record.id}
    >
      <span className="number">
        {typeof at === 'string' ? <SayValue type={record.type} field="at" value={at} /> : null}
      </span>
      <span className="calendar-what">
        {hearing ? <IconGavel size={18} aria-hidden /> : <IconHourglassLow size={18} aria-hidden />}
        <span>
          {hearing && `${t('justice.hearing')} `}
          <SayValue
            type={record.type}
            field={hearing ? 'purpose' : 'kind'}
            value={record.content[hearing ? 'purpose' : 'kind'] as string}
          />
        </span>
      </span>
      <CaseNumber number={typeof number === 'string' ? number : null} />
      <span className="quiet small">
        <Isolated>{offices.nameOf(record.office)}</Isolated>
      </span>
    </Link>
  )
}
