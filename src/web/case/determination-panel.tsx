import { Button } from '@mantine/core'
import { determinationInForce } from '#casework/determination.ts'
import { missingBlocks } from '#casework/evidence.ts'
import { inOrder, ofType } from '#casework/latest.ts'
import type { Standing } from '#casework/standing.ts'
import { EvidenceBlocks } from '../interview/evidence-blocks.tsx'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { Editing } from './record-dialog.tsx'
import { SayValue } from './say-value.tsx'
import type { OpenCase } from './use-case.ts'

/** The computed reading and the human conclusion, side by side and never mixed: the first supports, the second decides. */
export function DeterminationPanel(props: { open: OpenCase; standing: Standing; onEdit: (editing: Editing) => void }) {
  const { open, standing, onEdit } = props
  const t = useText()
  const labels = useLabels()
  if (open.readable('determination').size === 0) return null
  const inForce = determinationInForce(open.file)
  const series = inOrder(ofType(open.file, 'determination'), 'decidedOn').toReversed()
  const missing = missingBlocks(standing.evidence)
  return (
    <section aria-labelledby="determination">
      <h2 id="determination">{labels.type('determination')}</h2>
      <div className="two">
        <div className="stack">
          <h3>{t('determination.reading')}</h3>
          <EvidenceBlocks evidence={standing.evidence} />
          {missing.length > 0 && (
            <p className="quiet small">
              {t('determination.gaps', { gaps: missing.map(b => t(`block.${b}`)).join(', ') })}
            </p>
          )}
        </div>
        <div className="stack">
          <h3>{t('determination.decision')}</h3>
          {series.length === 0 && <p className="quiet">{t('determination.none')}</p>}
          {series.map(record => (
            <div key={record.id} className={record.id === inForce?.id ? 'decision in-force' : 'decision'}>
              <p>
                <strong>
                  <SayValue type="determination" field="conclusion" value={record.content.conclusion} />
                </strong>{' '}
                {record.id === inForce?.id && <span className="quiet small">{t('determination.inForce')}</span>}
              </p>
              <p className="small">
                <SayValue type="determination" field="decidedBy" value={record.content.decidedBy} />
                {' · '}
                <SayValue type="determination" field="decidedOn" value={record.content.decidedOn} />
                {open.staffName(record.author) && (
                  <>
                    {' · '}
                    <Isolated>{open.staffName(record.author)}</Isolated>
                  </>
                )}
              </p>
              {record.content.reason && (
                <p className="small">
                  <SayValue type="determination" field="reason" value={record.content.reason} />
                </p>
              )}
            </div>
          ))}
          {open.writable('determination').size > 0 && (
            <div>
              <Button variant="default" onClick={() => onEdit({ type: 'determination', record: null })}>
                {t('determination.record')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </section>
  )
}
