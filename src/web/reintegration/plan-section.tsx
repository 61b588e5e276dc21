import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { openDrafts } from '#casework/planning/plan.ts'
import { planVersions } from '#casework/reintegration/plan-versions.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { useOffices } from '../shell/offices.ts'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { useEarlierPlans } from './earlier-plans.ts'
import type { Edit } from './edit.ts'

/** The final plan beside the draft it follows; what changed is marked with a word, not by colour alone. */
export function PlanSection({ open, onEdit }: { open: OpenCase; onEdit: Edit }) {
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  const earlier = useEarlierPlans(open)
  const pairs = planVersions(open.file, earlier)
  const waiting = openDrafts(
    earlier,
    pairs.map(({ final }) => final),
  ).at(-1)
  const followed = new Set(pairs.map(({ draft }) => draft?.id))
  const shown = pairs.filter(({ final }) => !followed.has(final.id))
  const last = shown[0]?.final
  const writes = open.writable('plan').has('open')
  return (
    <section>
      <h2>{t('reintegration.plan')}</h2>
      <p className="quiet">{t('reintegration.planAbout')}</p>
      {shown.map(({ draft, final, fields }) => (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div key={final.id} className="scrolls" role="region" aria-label={t('reintegration.plan')} tabIndex={0}>
          <table className="compare plan-versions">
            <thead>
              <tr>
                <th scope="col">{t('reintegration.question')}</th>
                {draft && (
                  <th scope="col">
                    {draft.office === open.file.case.office ? (
                      t('reintegration.draft')
                    ) : (
                      <Isolated>{t('reintegration.draftOf', { office: offices.nameOf(draft.office) })}</Isolated>
                    )}
                  </th>
                )}
                <th scope="col">
                  {t(
                    final.content.stage === 'final'
                      ? 'reintegration.final'
                      : final.content.stage === 'draft'
                        ? 'reintegration.draft'
                        : 'reintegration.plainPlan',
                  )}
                </th>
              </tr>
            </thead>
            <tbody>
              {fields
                .filter(({ field }) => field !== 'stage')
                .map(({ field, before, after, changed }) => (
                  <tr key={field} className={changed ? 'changed' : undefined}>
                    <th scope="row">{labels.field('plan', field)}</th>
                    {draft && (
                      <td>
                        <SayValue type="plan" field={field} value={before} staffName={open.staffName} />
                      </td>
                    )}
                    <td>
                      <SayValue type="plan" field={field} value={after} staffName={open.staffName} />{' '}
                      {changed && <span className="change-mark">{t('reintegration.changed')}</span>}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      ))}
      {waiting && <DraftThere draft={waiting} open={open} onEdit={onEdit} />}
      {writes && (
        <div className="row">
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => onEdit({ type: 'plan', record: null, initial: { stage: 'draft' } })}
          >
            {t('reintegration.addDraft')}
          </Button>
          {last?.content.stage === 'draft' && (
            <Button
              variant="default"
              onClick={() =>
                onEdit({
                  type: 'plan',
                  record: null,
                  initial: { ...last.content, stage: 'final', follows: last.id, agreedOn: null },
                })
              }
            >
              {t('reintegration.addFinal')}
            </Button>
          )}
        </div>
      )}
    </section>
  )
}

/** A draft that the sending mission handed over, before it goes on here. */
function DraftThere({ draft, open, onEdit }: { draft: RecordView; open: OpenCase; onEdit: Edit }) {
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  return (
    <div className="sheet stack" data-draft={draft.id}>
      <h3>
        <Isolated>{t('reintegration.draftOf', { office: offices.nameOf(draft.office) })}</Isolated>
      </h3>
      <dl className="answers">
        {['type', 'agreedOn', 'objectives', 'actions', 'plannedEnd']
          .filter(field => isAnswered(draft.content[field]))
          .map(field => (
            <div key={field}>
              <dt>{labels.field('plan', field)}</dt>
              <dd>
                <SayValue type="plan" field={field} value={draft.content[field]} />
              </dd>
            </div>
          ))}
      </dl>
      {open.writable('plan').has('open') && (
        <>
          <p className="quiet">{t('reintegration.draftThere')}</p>
          <div>
            <Button
              onClick={() =>
                onEdit({
                  type: 'plan',
                  record: null,
                  hide: ['follows'],
                  initial: { ...draft.content, follows: draft.id },
                })
              }
            >
              {t('reintegration.continue')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
