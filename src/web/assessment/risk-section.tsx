import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import { measuresFor } from '#casework/assessment/next.ts'
import { riskInForce, unmitigatedHighRisks } from '#casework/assessment/risk.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useLabels, useText } from '../text/text.tsx'
import { Series } from './series.tsx'
import { SuggestedLevel } from './suggested-level.tsx'

/** The risk in force, what is done about it, and whether it still stands in the way. */
export function RiskSection({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  const risk = riskInForce(open.file)
  const stands = unmitigatedHighRisks(open.file).length > 0
  return (
    <section>
      <h2>{t('assessment.risk')}</h2>
      {risk === null ? (
        <p className="quiet">{labels.empty('risk')}</p>
      ) : (
        <>
          <dl className="facts">
            <div>
              <dt>{t('assessment.level')}</dt>
              <dd data-level={plainText(risk.content.level)}>
                <SayValue type="risk" field="level" value={risk.content.level} />
              </dd>
            </div>
            {(['threat', 'likelihood', 'severity'] as const).map(field => (
              <div key={field}>
                <dt>{labels.field('risk', field)}</dt>
                <dd>
                  <SayValue type="risk" field={field} value={risk.content[field]} />
                </dd>
              </div>
            ))}
          </dl>
          <SuggestedLevel content={risk.content} />
          {stands && (
            <div className="notice stop">
              <IconAlertTriangle size={20} aria-hidden />
              <p>{t('assessment.blocks')}</p>
            </div>
          )}
          {open.readable('mitigation').size > 0 && <Measures open={open} risk={risk.id} onEdit={onEdit} />}
          <Series open={open} type="risk" onEdit={onEdit} />
        </>
      )}
      {open.writable('risk').has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onEdit({ type: 'risk', record: null, initial: { assessedOn: localToday() } })}
        >
          {t('assessment.assess.risk')}
        </Button>
      )}
    </section>
  )
}

function Measures(props: { open: OpenCase; risk: string; onEdit: (editing: Editing) => void }) {
  const { open, risk, onEdit } = props
  const t = useText()
  const now = open.file.records.find(({ id }) => id === risk)
  const measures = now ? measuresFor(open.file, now) : []
  return (
    <>
      <h3>{t('assessment.measures')}</h3>
      {measures.length === 0 && <p className="quiet">{t('assessment.noMeasures')}</p>}
      <ul className="record-lines">
        {measures.map(({ id, content }) => (
          <li key={id} data-record={id}>
            <button type="button" className="link-button" onClick={() => onEdit({ type: 'mitigation', record: id })}>
              {isAnswered(content.measure) ? (
                <SayValue type="mitigation" field="measure" value={content.measure} />
              ) : (
                <SayValue type="mitigation" field="state" value={content.state} />
              )}
            </button>
            <span className="small">
              <SayValue type="mitigation" field="state" value={content.state} />
            </span>
            {isAnswered(content.owner) && (
              <span className="small">
                <SayValue type="mitigation" field="owner" value={content.owner} staffName={open.staffName} />
              </span>
            )}
            {isAnswered(content.dueOn) && (
              <span className="small quiet">
                <SayValue type="mitigation" field="dueOn" value={content.dueOn} />
              </span>
            )}
            {isAnswered(content.residual) && <Left level={plainText(content.residual)} />}
          </li>
        ))}
      </ul>
      {open.writable('mitigation').has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onEdit({ type: 'mitigation', record: null, initial: { risk, state: 'planned' } })}
        >
          {t('assessment.addMeasure')}
        </Button>
      )}
    </>
  )
}

function Left({ level }: { level: string }) {
  const t = useText()
  const labels = useLabels()
  return <span className="small">{t('assessment.left', { level: labels.code('risk_level', level) })}</span>
}
