import { IconAlertTriangle } from '@tabler/icons-react'
import type { RefusalError } from '../api/client.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'

/** Which lines cannot be read, where in them, and why. */
export function Faults({ problems }: { problems: RefusalError['problems'] }) {
  const t = useText()
  const say = useProblemText()
  return (
    <div className="stack" role="alert">
      <p className="notice stop">
        <IconAlertTriangle size={20} aria-hidden />
        <span className="proof-ink">{t('proof.faults')}</span>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1) */}
      <div className="scrolls" tabIndex={0} role="region" aria-label={t('proof.faults')}>
        <table className="compare">
          <thead>
            <tr>
              <th scope="col" className="end">
                {t('proof.fault.line')}
              </th>
              <th scope="col">{t('proof.fault.column')}</th>
              <th scope="col">{t('proof.fault.value')}</th>
              <th scope="col">{t('proof.fault.why')}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(problem => {
              const { at = '', value = '' } = problem.details ?? {}
              return (
                <tr key={`${at} ${problem.field} ${problem.code}`}>
                  <td className="end">{at}</td>
                  <td>
                    <code>{problem.field}</code>
                  </td>
                  <td>
                    <bdi>{value}</bdi>
                  </td>
                  <td>{say(problem)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** What is wrong with the file as a whole. */
export function WholeFile({ problems }: { problems: RefusalError['problems'] }) {
  const say = useProblemText()
  return (
    <div className="notice stop" role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        {problems.map(problem => (
          <p key={problem.code}>{say(problem)}</p>
        ))}
      </div>
    </div>
  )
}
