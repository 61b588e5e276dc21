import { Button, SegmentedControl } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as calls from '../api/calls.ts'
import { SayValue } from '../case/say-value.tsx'
import type { Value } from '#dictionary/answer.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import './summary.css'

const audiences = ['person', 'partner', 'court', 'carrier'] as const

/** A case on paper: choose for whom, read what they will read, print it. */
export function SummaryPage() {
  usePageKind('title.summary')
  const t = useText()
  const { id } = useParams({ from: '/desk/cases/$id/summary' })
  const [audience, setAudience] = useState<calls.Summary['audience']>('person')
  const { data, error } = useQuery({
    queryKey: ['summary', id, audience],
    queryFn: () => calls.summary(id, audience),
    // Each making of a summary is written down; coming back to the window makes no new one.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return (
    <div className="column reading">
      <div className="stack no-print">
        <div className="row ends">
          <h1>{t('title.summary')}</h1>
          <Link to="/cases/$id" params={{ id }}>
            {t('summary.back')}
          </Link>
        </div>
        <SegmentedControl
          aria-label={t('summary.for')}
          data={audiences.map(value => ({ value, label: t(`summary.for.${value}`) }))}
          value={audience}
          onChange={value => setAudience(value as calls.Summary['audience'])}
        />
        <p className="quiet">{t(`summary.about.${audience}`)}</p>
        {data && (
          <div>
            <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {t('summary.print')}
            </Button>
          </div>
        )}
      </div>
      <Refused error={error} />
      {!data && !error && <Waiting lines={8} />}
      {data && <Paper summary={data} />}
    </div>
  )
}

function Paper({ summary }: { summary: calls.Summary }) {
  const t = useText()
  const labels = useLabels()
  return (
    <article className="paper" aria-label={t('title.summary')}>
      <p className="quiet small">
        {t('summary.made')} <PartialDate value={localToday()} />
      </p>
      {summary.parts.map(({ type, records }) => (
        <section key={type} aria-labelledby={`part-${type}`}>
          <h2 id={`part-${type}`}>{records.length > 1 ? labels.plural(type) : labels.type(type)}</h2>
          {records.map(({ id, content }) => (
            <dl key={id} className="answers paper-record">
              {Object.entries(content).map(([field, value]) => (
                <div key={field}>
                  <dt>{labels.field(type, field)}</dt>
                  <dd>
                    <SayValue type={type} field={field} value={value as Value} />
                  </dd>
                </div>
              ))}
            </dl>
          ))}
        </section>
      ))}
      {summary.parts.length === 0 && <p>{t('summary.empty')}</p>}
    </article>
  )
}
