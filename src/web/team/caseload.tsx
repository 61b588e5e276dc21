import { useQuery } from '@tanstack/react-query'
import * as calls from '../api/calls.ts'
import { Refused } from '../session/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Isolated, PartialDate } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** One line a colleague, the most pressed first. */
export function Caseload({ office }: { office: string }) {
  const t = useText()
  const { data, error } = useQuery({ queryKey: ['team', office], queryFn: () => calls.team(office) })
  if (error && !data) return <Refused error={error} />
  if (!data) return <Waiting lines={5} />
  const say = (count: number) => (count >= data.most ? t('team.orMore', { count: data.most }) : String(count))
  if (data.items.length === 0) {
    return (
      <div className="empty">
        <p>{t('team.empty')}</p>
      </div>
    )
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
    <div className="scrolls" role="region" aria-label={t('team.caseload')} tabIndex={0}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{t('team.who')}</th>
            <th scope="col" className="end">
              {t('team.openCases')}
            </th>
            <th scope="col" className="end">
              {t('team.lateTasks')}
            </th>
            <th scope="col">{t('team.nextOn')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map(member => (
            <tr key={member.id} data-member={member.id}>
              <th scope="row">
                <Isolated>{member.name}</Isolated>
              </th>
              <td className="end number">{say(member.cases)}</td>
              <td className="end number">
                {member.late > 0 ? <span className="meaning stop">{say(member.late)}</span> : '0'}
              </td>
              <td>
                {member.nextOn === null ? (
                  <span className="quiet">{t('team.nothing')}</span>
                ) : (
                  <PartialDate value={member.nextOn} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
