import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Checkbox } from '@mantine/core'
import { Refused } from '../session/problem.tsx'
import { Isolated, When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'
import { Count } from './count.tsx'
import { JobState } from './job-state.tsx'
import type { Running } from './use-job.ts'

/** As published beside as now, figure by figure: what came in late shows here. */
export function ThenAndNow({ running }: { running: Running }) {
  const t = useText()
  const { job } = running
  const found = useQuery({
    queryKey: ['report-comparison', job?.id ?? ''],
    queryFn: () => calls.comparison(job?.id ?? ''),
    enabled: job?.state === 'done',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className="stack" aria-label={t('reports.compare')}>
      <JobState running={running} />
      <Refused error={found.error} />
      {found.data && <Beside comparison={found.data} />}
    </section>
  )
}

function Beside({ comparison }: { comparison: calls.Comparison }) {
  const t = useText()
  const changed = comparison.figures.filter(figure => figure.changed)
  const [all, setAll] = useState(false)
  const shown = all ? comparison.figures : changed
  return (
    <>
      <p>
        {t('reports.compare.said', { changed: changed.length, of: comparison.figures.length })}{' '}
        {t('reports.compare.then')} <When at={comparison.publishedCutOff} /> · {t('reports.compare.now')}{' '}
        <When at={comparison.nowCutOff} />
      </p>
      {changed.length < comparison.figures.length && (
        <Checkbox
          label={t('reports.compare.all')}
          checked={all}
          onChange={event => setAll(event.currentTarget.checked)}
        />
      )}
      {shown.map(figure => (
        <FigureBeside key={figure.id} figure={figure} />
      ))}
    </>
  )
}

function FigureBeside({ figure }: { figure: calls.Comparison['figures'][number] }) {
  const t = useText()
  const rows = [...figure.rows, ...(figure.base === null ? [] : [{ ...figure.base, label: t('reports.compare.base') }])]
  return (
    <table className="compare">
      <caption>
        {figure.isNew && `${t('reports.compare.new')} `}
        {figure.number !== null && `${t('reports.figure', { n: figure.number })} `}
        <Isolated>{figure.caption}</Isolated>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('reports.compare.row')}</th>
          <th scope="col" className="end">
            {t('reports.compare.then')}
          </th>
          <th scope="col" className="end">
            {t('reports.compare.now')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={`${at} ${row.label}`} className={row.published === row.now ? undefined : 'differs'}>
            <th scope="row">
              <Isolated>{row.label}</Isolated>
            </th>
            <td className="end number">
              <Count n={row.published} />
            </td>
            <td className="end number">
              <Count n={row.now} />
              {row.published !== row.now && <span className="for-readers"> {t('reports.compare.differs')}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
