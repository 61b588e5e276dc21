import { VisuallyHidden } from '@mantine/core'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import { localToday } from '../form/today.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { useList } from '../lists/use-list.ts'
import { useText } from '../text/text.tsx'

/** What journeys ask of this mission, whoever keeps the case: legs to see to, and persons who were handed over to it. */
export function ForMission({ office }: { office: string }) {
  const t = useText()
  const legs = useList('movement_leg', { at: office, open: 'yes' })
  const received = useList('journey_step', { at: office, kind: 'handed_over', order: 'newest' })
  return (
    <>
      <section>
        <h2>{t('returns.legs')}</h2>
        <CaseLines
          list={legs}
          empty={t('returns.legsEmpty')}
          late={({ on }) => on !== null && on < localToday()}
          say={({ record }) => <Leg leg={record as RecordView} />}
        />
      </section>
      {received.items.length > 0 && (
        <section>
          <h2>{t('returns.received')}</h2>
          <CaseLines
            list={received}
            empty=""
            say={({ record }) => (
              <SayValue type="journey_step" field="note" value={(record as RecordView).content.note} />
            )}
          />
        </section>
      )}
    </>
  )
}

function Leg({ leg: { content } }: { leg: RecordView }) {
  const t = useText()
  const say = (field: string) => <SayValue type="movement_leg" field={field} value={content[field]} />
  return (
    <>
      {say('from')} <span aria-hidden>→</span> <VisuallyHidden>{t('return.to')}</VisuallyHidden> {say('to')}{' '}
      {['mode', 'state']
        .filter(field => isAnswered(content[field]))
        .map(field => (
          <span key={field} className="quiet small">
            {say(field)}{' '}
          </span>
        ))}
    </>
  )
}
