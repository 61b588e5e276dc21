import { Button, VisuallyHidden } from '@mantine/core'
import { IconPlayerPause, IconPlus } from '@tabler/icons-react'
import { isTravelled } from '#casework/return/legs.ts'
import { isReady, legsOf, readiness } from '#casework/return/readiness.ts'
import { inOrder } from '#casework/latest.ts'
import type { RecordView } from '#changes/change.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import type { Edit } from '../reintegration/edit.ts'
import { useText } from '../text/text.tsx'
import { Steps } from './steps.tsx'
import { ReadinessList } from './readiness-list.tsx'

/** One journey: where from and to, how far, its legs as a line, and what must stand before it begins. */
export function Journey(props: { open: OpenCase; movement: RecordView; onEdit: Edit }) {
  const { open, movement, onEdit } = props
  const t = useText()
  const { stage, from, to, departedOn } = movement.content
  const waits = stage === undefined || stage === null || stage === 'planned' || stage === 'paused'
  const list = readiness(open.file, movement, { today: localToday() })
  const say = (field: string) => <SayValue type="movement" field={field} value={movement.content[field]} />
  return (
    <section data-journey={movement.id}>
      <div className="row ends">
        <h2>
          {say('from')} <span aria-hidden>→</span> <VisuallyHidden>{t('return.to')}</VisuallyHidden> {say('to')}
        </h2>
        <Button variant="default" onClick={() => onEdit({ type: 'movement', record: movement.id })}>
          {t(waits && isReady(list) ? 'return.begin' : 'return.open')}
        </Button>
      </div>
      <p>
        {say('stage')} {departedOn !== undefined && <span className="quiet">· {say('departedOn')}</span>}
      </p>
      {stage === 'paused' && (
        <div className="notice care">
          <IconPlayerPause size={20} aria-hidden />
          <p>{t('return.paused')}</p>
        </div>
      )}
      <Legs {...props} from={from} to={to} />
      <Steps open={open} movement={movement} onEdit={onEdit} />
      {waits && <ReadinessList open={open} movement={movement} list={list} onEdit={onEdit} />}
    </section>
  )
}

type Country = RecordView['content'][string] | undefined

function Legs(props: { open: OpenCase; movement: RecordView; onEdit: Edit; from: Country; to: Country }) {
  const { open, movement, onEdit } = props
  const t = useText()
  const legs = inOrder(legsOf(open.file, movement.id), 'plannedOn')
  return (
    <div className="stack">
      {legs.length > 0 && (
        <ol className="legs" aria-label={t('return.legs')}>
          {legs.map(leg => {
            const { id, content } = leg
            const say = (field: string) => <SayValue type="movement_leg" field={field} value={content[field]} />
            return (
              <li key={id} data-travelled={isTravelled(open.file, leg) || undefined}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => onEdit({ type: 'movement_leg', record: id })}
                >
                  {say('from')} <span aria-hidden>→</span> <VisuallyHidden>{t('return.to')}</VisuallyHidden> {say('to')}
                </button>
                <span className="small">
                  {['mode', 'plannedOn', 'mission', 'state']
                    .filter(field => content[field] !== undefined)
                    .map(field => (
                      <span key={field}>{say(field)}</span>
                    ))}
                </span>
              </li>
            )
          })}
        </ol>
      )}
      {open.writable('movement_leg').has('open') && (
        <div>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              onEdit({
                type: 'movement_leg',
                record: null,
                initial: { movement: movement.id, from: props.from ?? null, to: props.to ?? null },
              })
            }
          >
            {t('return.addLeg')}
          </Button>
        </div>
      )}
    </div>
  )
}
