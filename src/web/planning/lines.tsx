import { IconClockExclamation } from '@tabler/icons-react'
import { planLines } from '#casework/planning/plan-lines.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useList } from '../lists/use-list.ts'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'

/** Planned against given, one service a line. */
export function Lines({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  // Fetched so that the names of what pays are at hand.
  useList('project', { order: 'newest' })
  useList('fund', { order: 'newest' })
  const lines = planLines(open.file, localToday())
  return (
    <section>
      <h2>{t('plan.lines')}</h2>
      {lines.length === 0 ? (
        <p className="quiet">{labels.empty('plan_line')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('plan.linesTable')} tabIndex={0}>
          <table className="compare plan-lines">
            <thead>
              <tr>
                <th scope="col">{labels.field('plan_line', 'type')}</th>
                <th scope="col">{labels.field('plan_line', 'objective')}</th>
                <th scope="col">{t('plan.when')}</th>
                <th scope="col">{t('plan.whoPays')}</th>
                <th scope="col">{labels.field('plan_line', 'state')}</th>
                <th scope="col" className="end">
                  {t('plan.given')}
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ line: { id, content }, given, late }) => (
                <tr key={id} data-line={id}>
                  <td>
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => onEdit({ type: 'plan_line', record: id })}
                    >
                      <SayValue type="plan_line" field="type" value={content.type} />
                    </button>
                  </td>
                  <td>
                    {isAnswered(content.objective) && (
                      <SayValue type="plan_line" field="objective" value={content.objective} />
                    )}
                  </td>
                  <td>
                    <SayValue type="plan_line" field="from" value={content.from} />
                    {isAnswered(content.to) && (
                      <>
                        {' – '}
                        <SayValue type="plan_line" field="to" value={content.to} />
                      </>
                    )}
                  </td>
                  <td>
                    {(['project', 'fund'] as const)
                      .filter(field => isAnswered(content[field]))
                      .map(field => (
                        <SayValue key={field} type="plan_line" field={field} value={content[field]} />
                      ))}
                  </td>
                  <td>
                    <SayValue type="plan_line" field="state" value={content.state} />{' '}
                    {late && (
                      <span className="meaning stop">
                        <IconClockExclamation size={16} aria-hidden /> {t('plan.late')}
                      </span>
                    )}
                  </td>
                  <td className="end">
                    <Isolated className="number">{String(given.length)}</Isolated>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
