import { Button } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Refused } from '../session/problem.tsx'
import { useOffices } from '../shell/offices.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber, Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { type StrictCase, strictCases } from './calls.ts'
import { TakeCare } from './take-care.tsx'
import './confidentiality.css'

/** That there are strict cases and who carries them: none is lost when a colleague falls ill. */
export function StrictDesk() {
  const t = useText()
  const offices = useOffices()
  const [caring, setCaring] = useState<StrictCase | null>(null)
  const { data, error } = useQuery({ queryKey: ['strict-cases'], queryFn: strictCases })
  if (error && !data) return <Refused error={error} />
  if (!data) return <Waiting lines={4} />
  return (
    <div className="stack">
      <p className="quiet">{t('strict.about')}</p>
      {data.items.length === 0 && (
        <div className="empty">
          <p>{t('strict.empty')}</p>
        </div>
      )}
      <ul className="strict-cases">
        {data.items.map(item => (
          <li key={item.id} className="sheet" data-strict={item.id}>
            <div>
              <p className="meaning">
                <IconShieldLock size={18} aria-hidden />
                {item.mine ? (
                  <Link to="/cases/$id" params={{ id: item.id }}>
                    <CaseNumber number={item.number} />
                  </Link>
                ) : (
                  <CaseNumber number={item.number} />
                )}
              </p>
              <p className="quiet small">
                {offices.all.find(({ id }) => id === item.office)?.name} · {t('strict.carriedBy')}{' '}
                <Isolated>{item.workerName}</Isolated>
                {item.mine && <> · {t('strict.mine')}</>}
              </p>
            </div>
            <Button
              variant="default"
              size="sm"
              aria-label={t('strict.careOf', { number: item.number ?? '' })}
              onClick={() => setCaring(item)}
            >
              {t('strict.care')}
            </Button>
          </li>
        ))}
      </ul>
      {caring && <TakeCare of={caring} onClose={() => setCaring(null)} />}
    </div>
  )
}
