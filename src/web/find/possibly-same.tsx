import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import * as calls from '../api/calls.ts'
import { useText } from '../text/text.tsx'
import { MatchRow } from './match-row.tsx'
import './find.css'

const told = ['givenNames', 'middleNames', 'familyNames', 'otherNames', 'birthDate', 'identityNumber', 'sex'] as const
/** Long enough that a name is not asked for letter by letter: each look is written down. */
const pause = 900

const icons = { same: IconCircleCheck, close: IconCircleDashed, different: IconCircleX } as const

/** Who may be the same person, while somebody is being registered. It never stands in the way of saving. */
export function PossiblySame({ person }: { person: Content }) {
  const t = useText()
  const [found, setFound] = useState<calls.PossiblySame['items'] | null>(null)
  const asked = JSON.stringify(describedBy(person))
  const enough = [person.givenNames, person.familyNames].some(
    name => isAnswered(name) && plainText(name).trim().length >= 3,
  )
  useEffect(() => {
    if (!enough) return
    let over = false
    const timer = setTimeout(() => {
      calls.possiblySame(JSON.parse(asked) as calls.Described).then(
        ({ items }) => {
          if (!over) setFound(items)
        },
        // Without a network nobody can be looked for; the search before said so.
        () => undefined,
      )
    }, pause)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [asked, enough])
  if (!enough || !found) return null
  return (
    <section className={found.length > 0 ? 'notice care possibly' : 'possibly'} aria-labelledby="possibly">
      <h2 id="possibly">
        {found.length > 0 && <IconAlertTriangle size={20} aria-hidden />}
        <span role="status">{t('possibly.title', { count: found.length })}</span>
      </h2>
      {found.length > 0 && <p>{t('possibly.about')}</p>}
      <ul className="matches">
        {found.map(({ match, likelihood, evidence }) => (
          <MatchRow key={match.person} match={match} onOpen={null} why={t(`possibly.${likelihood}`)}>
            <ul className="evidence small">
              {evidence.map(({ of, seen }) => {
                const Icon = icons[seen]
                return (
                  <li key={of}>
                    <Icon size={16} aria-hidden /> {t(`possibly.${seen}`, { what: t(`possibly.of.${of}`) })}
                  </li>
                )
              })}
            </ul>
          </MatchRow>
        ))}
      </ul>
      <p className="quiet small">{t('possibly.elsewhere')}</p>
    </section>
  )
}

/** What the model reads, as far as it was answered. */
function describedBy(person: Content): calls.Described {
  const words = told.flatMap(name => {
    const value = person[name]
    return typeof value === 'string' && value.trim() !== '' ? [[name, value.slice(0, 200)] as const] : []
  })
  const { nationality } = person
  return {
    ...Object.fromEntries(words),
    ...(Array.isArray(nationality) ? { nationality: nationality.map(String) } : {}),
  }
}
