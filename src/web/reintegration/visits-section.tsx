import { Button } from '@mantine/core'
import { IconCircleCheck, IconPlus } from '@tabler/icons-react'
import { followUps } from '#casework/reintegration/follow-up.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { PartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { Edit } from './edit.ts'
import { RecordLines } from './record-lines.tsx'

/** The schedule to month 24, with what was reached and what was only tried. */
export function VisitsSection({ open, onEdit }: { open: OpenCase; onEdit: Edit }) {
  const t = useText()
  const labels = useLabels()
  const schedule = followUps(open.file)
  return (
    <section>
      <h2>{t('reintegration.visits')}</h2>
      {schedule.length === 0 ? (
        <>
          <p className="quiet">{t('reintegration.noSchedule')}</p>
          <RecordLines open={open} types={['visit']} add={{}} empty={null} onEdit={onEdit} />
        </>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('reintegration.visitsTable')} tabIndex={0}>
          <table className="compare visits">
            <thead>
              <tr>
                <th scope="col">{t('reintegration.visits')}</th>
                <th scope="col">{t('reintegration.due')}</th>
                <th scope="col">{t('reintegration.done')}</th>
                <th scope="col">{labels.field('visit', 'situation')}</th>
              </tr>
            </thead>
            <tbody>
              {schedule.map(({ month, dueOn, visit, attempts }) => (
                <tr key={month}>
                  <th scope="row">{t('reintegration.month', { month })}</th>
                  <td>
                    <PartialDate value={dueOn} />
                  </td>
                  <td>
                    {visit ? (
                      <button
                        type="button"
                        className="link-button"
                        onClick={() => onEdit({ type: 'visit', record: visit.id })}
                      >
                        <SayValue type="visit" field="visitedOn" value={visit.content.visitedOn} />
                      </button>
                    ) : (
                      <span className="quiet">{t('reintegration.notYet')}</span>
                    )}{' '}
                    {attempts.length > 0 && (
                      <span className="small quiet">{t('reintegration.tried', { count: attempts.length })}</span>
                    )}
                  </td>
                  <td>
                    {visit && (
                      <span className="meaning done">
                        <IconCircleCheck size={18} aria-hidden />
                        <SayValue type="visit" field="situation" value={visit.content.situation} />
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open.writable('visit').has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onEdit({ type: 'visit', record: null })}
        >
          {t('reintegration.addVisit')}
        </Button>
      )}
    </section>
  )
}
