import { IconCircleCheck, IconCircleDashed, IconCircleMinus } from '@tabler/icons-react'
import type { Evidence, Ground } from '#casework/evidence.ts'
import { useLabels, useText } from '../text/text.tsx'
import './interview.css'

const blocks = ['act', 'means', 'purpose'] as const
const lists = { act: 'act', means: 'means', purpose: 'exploitation' } as const

/** Act, means, purpose: what is there so far and the answers it rests on. A click goes to the answer. */
export function EvidenceBlocks(props: { evidence: Evidence; onGo?: (ground: Ground) => void }) {
  const { evidence } = props
  const t = useText()
  const labels = useLabels()
  return (
    <div className="evidence">
      {blocks.map(block => {
        const { met, rests } = evidence[block]
        const spared = block === 'means' && !evidence.meansNeeded
        const Icon = met === 'yes' ? IconCircleCheck : met === 'no' ? IconCircleMinus : IconCircleDashed
        const codes = [...new Map(rests.map(ground => [ground.code, ground])).values()]
        return (
          <div key={block} className="block" data-block={block} data-met={met}>
            <div className="row ends">
              <span className="block-name">{t(`block.${block}`)}</span>
              <span className={`meaning ${met === 'yes' ? 'done' : 'quiet'}`}>
                <Icon size={18} aria-hidden /> {t(spared && met !== 'yes' ? 'block.notNeeded' : `block.${met}`)}
              </span>
            </div>
            {codes.length > 0 && (
              <ul className="grounds">
                {codes.map(ground => (
                  <li key={ground.code}>
                    {props.onGo ? (
                      <button type="button" className="ground" onClick={() => props.onGo?.(ground)}>
                        {labels.code(lists[block], ground.code)}
                      </button>
                    ) : (
                      labels.code(lists[block], ground.code)
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        )
      })}
      <p className="reading" data-reading={evidence.reading}>
        <span className="quiet">{t('reading.label')}</span> <strong>{labels.code('reading', evidence.reading)}</strong>
      </p>
      {!evidence.meansNeeded && <p className="small quiet">{t('reading.child')}</p>}
      <p className="small quiet">{t('reading.support')}</p>
    </div>
  )
}
