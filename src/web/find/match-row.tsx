import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type * as calls from '../api/calls.ts'
import { useOffices } from '../shell/offices.ts'
import { CaseNumber, Isolated, Name, PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Somebody who was found, with the cases that may be opened. `why`: in the place of how alike the name is; `children`: what else speaks for it. */
export function MatchRow(props: {
  match: calls.Match
  onOpen: ((kase: string) => Promise<void>) | null
  why?: string
  children?: ReactNode
}) {
  const { match, onOpen } = props
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  const facts = [
    match.sex ? labels.code('sex', match.sex) : null,
    match.birthYear ? t('find.born', { year: match.birthYear }) : null,
    ...match.nationality.map(code => labels.code('nationality', code)),
  ].filter(Boolean)
  return (
    <li className="match" data-person={match.person}>
      <div className="row ends">
        <strong>{match.name === null ? t('case.nameless') : <Name>{match.name}</Name>}</strong>
        <span className="quiet small">
          {props.why ?? t(`find.why.${match.why}`, { score: Math.round(match.score * 100) })}
        </span>
      </div>
      {(facts.length > 0 || match.otherNames) && (
        <p className="quiet small">
          {facts.join(' · ')}
          {match.otherNames && (
            <>
              {facts.length > 0 && ' · '}
              <Name>{match.otherNames}</Name>
            </>
          )}
        </p>
      )}
      {props.children}
      <ul className="rows">
        {match.cases.map(kase => (
          <li key={kase.id}>
            <Link
              to="/cases/$id"
              params={{ id: kase.id }}
              className="match-case"
              onClick={event => {
                if (!onOpen) return
                event.preventDefault()
                void onOpen(kase.id)
              }}
            >
              <CaseNumber number={kase.number} />
              <Isolated>{offices.nameOf(kase.office)}</Isolated>
              <span className="quiet small">{kase.category && labels.code('category', kase.category)}</span>
              <span className="quiet small">{kase.registeredOn && <PartialDate value={kase.registeredOn} />}</span>
            </Link>
          </li>
        ))}
      </ul>
      {match.cases.length === 0 && <p className="quiet small">{t('find.elsewhere')}</p>}
    </li>
  )
}
