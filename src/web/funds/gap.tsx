import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { DateInput } from '../form/date-input.tsx'
import { type Kept, partsOf } from '../lists/kept.ts'
import { SavedFilters } from '../lists/saved-filters.tsx'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Isolated, usePartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { useSourceName } from './source-name.ts'

/** Whom no project or fund in use may help, and why: in persons, with base, period and coverage. */
export function Gap() {
  const t = useText()
  const nameOf = useSourceName()
  const sayDate = usePartialDate()
  const today = localToday()
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const whole = [from, to].every(day => /^\d{4}-\d{2}-\d{2}$/.test(day))
  const { data, error } = useQuery({
    queryKey: ['list', 'gap', from, to],
    queryFn: () => calls.gap({ from, to }),
    enabled: whole,
  })
  const take = (kept: Kept) => {
    const asked = partsOf(kept, ['from', 'to'])
    setFrom(asked.from ?? from)
    setTo(asked.to ?? to)
  }
  const sources = new Map((data?.sources ?? []).map(source => [source.id, source]))
  return (
    <section>
      <p className="quiet">{t('funds.gapAbout')}</p>
      <div className="row gap-time">
        {(
          [
            ['from', from, setFrom, 'funds.gapFrom'],
            ['to', to, setTo, 'funds.gapTo'],
          ] as const
        ).map(([id, value, set, text]) => (
          <div key={id}>
            <span className="field-label" id={`gap-${id}`}>
              {t(text)}
            </span>
            <DateInput labelledBy={`gap-${id}`} value={value} onChange={day => set(day ?? '')} today={today} />
          </div>
        ))}
        <SavedFilters list="fund_gap" filter={{ from, to }} onPick={take} />
      </div>
      <Refused error={error} />
      {!data && !error && whole && <Waiting lines={4} />}
      {data && data.persons === 0 && <p className="quiet">{t('funds.nobodyRegistered')}</p>}
      {data && data.persons > 0 && (
        <>
          <p className="gap-head">{t('funds.gapPersons', { none: data.none, persons: data.persons })}</p>
          <table className="compare gap-parts">
            <tbody>
              {(
                [
                  ['funds.gapEligible', data.eligible],
                  ['funds.gapUnknown', data.unknown],
                  ['funds.gapNone', data.none],
                ] as const
              ).map(([text, count]) => (
                <tr key={text}>
                  <th scope="row">{t(text)}</th>
                  <td className="end">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2>{t('funds.gapWhy')}</h2>
          <p className="quiet">{t('funds.gapWhyAbout')}</p>
          {data.why.length === 0 ? (
            <p className="quiet">{t('funds.gapEmpty')}</p>
          ) : (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
            <div className="scrolls" role="region" aria-label={t('funds.gapWhy')} tabIndex={0}>
              <table className="compare gap-why">
                <thead>
                  <tr>
                    <th scope="col">{t('funds.source')}</th>
                    <th scope="col">{t('funds.reason')}</th>
                    <th scope="col" className="end">
                      {t('funds.persons')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.why.map(({ source, condition, persons }) => {
                    const known = sources.get(source)
                    return (
                      <tr key={`${source}.${condition}`}>
                        <td>{known && <Isolated>{nameOf(known)}</Isolated>}</td>
                        <td>{t(`eligibility.${condition}.no`)}</td>
                        <td className="end">{persons}</td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
      {data && (
        <p className="quiet small">
          {t('funds.gapUnit', { from: sayDate(data.from), to: sayDate(data.to) })}{' '}
          {t('funds.gapCoverage', { cases: data.coverage.cases, offices: data.coverage.offices })}{' '}
          {!data.coverage.complete && t('funds.gapPartly', { cases: data.coverage.cases })}
        </p>
      )}
    </section>
  )
}
