import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { SayValue } from '../case/say-value.tsx'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { useLabels, useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { useSourceName } from './source-name.ts'
import './funds.css'

const looks = {
  yes: { icon: IconCircleCheck, tone: 'done' },
  no: { icon: IconCircleX, tone: 'stop' },
  unknown: { icon: IconHelpCircle, tone: 'care' },
} as const
const order = ['yes', 'unknown', 'no'] as const

/** What may pay for the person of a case, each with its reason and the answers it rests on. */
export function Eligibility(props: { case: string; onAsk: ((source: calls.Verdict['source']) => void) | null }) {
  const t = useText()
  const labels = useLabels()
  const nameOf = useSourceName()
  const { data, error } = useQuery({
    queryKey: ['case', props.case, 'eligibility'],
    queryFn: () => calls.eligibility(props.case),
  })
  if (error) return <Refused error={error} />
  if (!data) return <Waiting lines={3} />
  const items = data.items.toSorted((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))
  const { onAsk } = props
  return (
    <div className="stack">
      <p className="quiet">{t('eligibility.about')}</p>
      {items.length === 0 && <p className="quiet">{t('eligibility.empty')}</p>}
      <ul className="verdicts">
        {items.map(({ source, answer, because, reasons }) => {
          const { icon: Icon, tone } = looks[answer]
          const why = reasons.find(({ condition }) => condition === because) ?? reasons[0]
          return (
            <li key={source.id} data-verdict={answer}>
              <div className="row ends">
                <div className="row">
                  <strong>{nameOf(source)}</strong>
                  <span className={`meaning ${tone}`}>
                    <Icon size={18} aria-hidden /> {t(`eligibility.${answer}`)}
                  </span>
                </div>
                {onAsk && answer !== 'no' && (
                  <Button variant="default" size="sm" onClick={() => onAsk(source)}>
                    {t('eligibility.ask')}
                  </Button>
                )}
              </div>
              <p className="small">
                {because === null ? t('eligibility.allHold') : t(`eligibility.${because}.${answer}`)}{' '}
                {because !== null && (
                  <span className="quiet">
                    {why?.restsOn
                      .filter(({ value }) => value !== null)
                      .map(({ type, field, value }) => (
                        <span key={`${type}.${field}`}>
                          {t('eligibility.restsOn')}: {labels.field(type, field)} ·{' '}
                          <SayValue type={type} field={field} value={value} />
                        </span>
                      ))}
                  </span>
                )}
              </p>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
