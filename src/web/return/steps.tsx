import { Button } from '@mantine/core'
import { IconFlag, IconHeartHandshake, IconMapPin, IconPlane, IconRoute } from '@tabler/icons-react'
import { isTravelled } from '#casework/return/legs.ts'
import { legsOf } from '#casework/return/readiness.ts'
import { nextSteps, stepsOf } from '#casework/return/steps.ts'
import { inOrder } from '#casework/latest.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import type { Edit } from '../reintegration/edit.ts'
import { useText } from '../text/text.tsx'

const icons: Readonly<Record<string, typeof IconRoute>> = {
  interest: IconFlag,
  arrival: IconMapPin,
  handed_over: IconHeartHandshake,
}

/** What happened on the way, in order, and what can be written down next. */
export function Steps(props: { open: OpenCase; movement: RecordView; onEdit: Edit }) {
  const { open, movement, onEdit } = props
  const t = useText()
  const steps = stepsOf(open.file, movement.id)
  const next = open.writable('journey_step').has('open') ? nextSteps(open.file, movement) : []
  if (steps.length === 0 && next.length === 0) return null
  return (
    <div className="stack">
      <h3>{t('return.steps')}</h3>
      <ol className="steps">
        {movement.content.departedOn !== undefined && (
          <li>
            <IconPlane size={20} aria-hidden />
            <span>{t('return.departure')}</span>
            <span className="quiet">
              <SayValue type="movement" field="departedOn" value={movement.content.departedOn} />
            </span>
          </li>
        )}
        {steps.map(step => (
          <StepLine key={step.id} step={step} onEdit={onEdit} />
        ))}
      </ol>
      {next.length > 0 && (
        <div className="row">
          {next.map((step, at) => (
            <Button
              key={step}
              variant={at === next.length - 1 ? 'filled' : 'default'}
              onClick={() => onEdit(stepToCome(open, movement, step))}
            >
              {t(`return.step.${step}`)}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

export function StepLine({ step, onEdit }: { step: RecordView; onEdit: Edit }) {
  const { content } = step
  const Icon = icons[plainText(content.step)] ?? IconRoute
  const say = (field: string) => <SayValue type="journey_step" field={field} value={content[field]} />
  const has = (field: string) => isAnswered(content[field])
  return (
    <li data-step={plainText(content.step)}>
      <Icon size={20} aria-hidden />
      <button
        type="button"
        className="link-button"
        onClick={() => onEdit({ type: 'journey_step', record: step.id, hide: hiddenIn(plainText(content.step)) })}
      >
        {say('step')}
      </button>
      <span className="quiet">{say('on')}</span>
      {has('country') && <span>{say('country')}</span>}
      {has('receivedBy') && (
        <span>
          {say('receivedBy')}
          {has('mission') && <> · {say('mission')}</>}
        </span>
      )}
      {has('note') && <p className="step-note">{say('note')}</p>}
    </li>
  )
}

/** The form of a step, begun with what the journey says already. */
function stepToCome(open: OpenCase, movement: RecordView, step: 'transit' | 'arrival' | 'handed_over'): Editing {
  const { to, receivingOffice } = movement.content
  const leg = inOrder(legsOf(open.file, movement.id), 'plannedOn').find(each => !isTravelled(open.file, each))
  const initial = { step, movement: movement.id, on: localToday() }
  const through = leg ? { leg: leg.id, country: leg.content.to ?? null } : {}
  return {
    type: 'journey_step',
    record: null,
    hide: hiddenIn(step),
    initial:
      step === 'handed_over'
        ? isAnswered(receivingOffice)
          ? { ...initial, receivedBy: 'own_mission', mission: receivingOffice }
          : initial
        : step === 'arrival'
          ? { ...initial, ...through, country: to ?? null }
          : { ...initial, ...through },
  }
}

/** Answers that are settled by where one stands, or that this step does not ask for. */
export const hiddenIn = (step: string): readonly string[] =>
  step === 'interest'
    ? ['step', 'movement', 'leg', 'country', 'receivedBy', 'mission']
    : step === 'handed_over'
      ? ['step', 'movement', 'leg', 'country']
      : ['step', 'movement', ...(step === 'transit' ? ['mission'] : ['receivedBy', 'mission'])]
