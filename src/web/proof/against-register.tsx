import { Button } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Count } from '../reports/count.tsx'
import { JobState } from '../reports/job-state.tsx'
import { useJob } from '../reports/use-job.ts'
import { Refused } from '../session/problem.tsx'
import { Isolated, When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import * as calls from './calls.ts'

/** A report's figures.json beside what was published and beside what is counted now. */
export function AgainstRegister({ report }: { report: Blob }) {
  const t = useText()
  const running = useJob()
  const { job } = running
  const found = useQuery({
    queryKey: ['held', job?.id ?? ''],
    queryFn: () => calls.held(job?.id ?? ''),
    enabled: job?.state === 'done',
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <section className="stack" aria-labelledby="proof-against">
      <h2 id="proof-against">{t('proof.against')}</h2>
      <p className="quiet">{t('proof.against.about')}</p>
      {job?.state !== 'running' && !found.data && (
        <div>
          <Button
            variant="default"
            leftSection={<IconScale size={18} aria-hidden />}
            onClick={() => running.start(() => calls.against(report))}
          >
            {t('proof.against.begin')}
          </Button>
        </div>
      )}
      <JobState running={running} />
      <Refused error={found.error} />
      {found.data && <Beside held={found.data} />}
    </section>
  )
}

function Beside({ held: { published, now, cutOff } }: { held: calls.Held }) {
  const t = useText()
  return (
    <>
      <h3>{t('proof.against.then')}</h3>
      {published === null ? (
        <p>{t('proof.against.none')}</p>
      ) : (
        <>
          <p>
            {t(published.same ? 'proof.against.same' : 'proof.against.other', { title: published.title })}{' '}
            <When at={published.publishedAt} />
          </p>
          <Figures held={published.held} found={t('proof.against.published')} />
        </>
      )}
      <h3>{t('proof.against.now')}</h3>
      <p>
        {t('proof.against.cutOff')} <When at={cutOff} />
      </p>
      <Figures held={now} found={t('proof.against.counted')} />
    </>
  )
}

function Figures({ held, found }: { held: calls.HeldFigures; found: string }) {
  const t = useText()
  return (
    <>
      <p>
        <strong>{t('proof.against.said', { n: held.differing.length, of: held.compared })}</strong>
      </p>
      {held.differing.map(({ id, number, caption, differs }) => (
        <table className="compare" key={id}>
          <caption>
            {t('reports.figure', { n: number })} <Isolated>{caption}</Isolated>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.compare.row')}</th>
              <th scope="col" className="end">
                {t('proof.against.printed')}
              </th>
              <th scope="col" className="end">
                {found}
              </th>
            </tr>
          </thead>
          <tbody>
            {differs.map(({ label, printed, found: other }, at) => (
              <tr key={`${at} ${label}`}>
                <th scope="row">{label === null ? t('reports.compare.base') : <Isolated>{label}</Isolated>}</th>
                <td className="end number">
                  <Count n={printed} />
                </td>
                <td className="end number">
                  <Count n={other} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {held.notCompared.length > 0 && (
        <>
          <p>{t('proof.against.notCompared')}</p>
          <ul>
            {held.notCompared.map(({ number, caption, why }) => (
              <li key={number}>
                {t('reports.figure', { n: number })} <Isolated>{caption}</Isolated>: {t(`proof.against.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
