import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { ChangeResult } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { DoseState, DueDose } from '#casework/shelter/medication.ts'
import { changing, creating, isSaved, send } from '../api/push.ts'
import { SayValue } from '../case/say-value.tsx'
import { Refused } from '../session/problem.tsx'
import { useDictionary } from '../shell/words.ts'
import { PartialDate } from '../text/fmt.tsx'
import { useProblemText } from '../text/problem.ts'
import { useLabels, useText } from '../text/text.tsx'
import { DoseDialog } from './dose-dialog.tsx'

const looks: Readonly<Record<DoseState, { icon: typeof IconCheck; tone: string }>> = {
  later: { icon: IconClock, tone: 'quiet' },
  due: { icon: IconClock, tone: 'care' },
  missed: { icon: IconAlertTriangle, tone: 'stop' },
  given: { icon: IconCheck, tone: 'done' },
  refused: { icon: IconX, tone: 'quiet' },
  absent: { icon: IconX, tone: 'quiet' },
  not_given: { icon: IconX, tone: 'quiet' },
}

/** Doses by the clock: hour, what and for whom, what became of it, and the tick. */
export function DoseLines(props: {
  doses: readonly DueDose[]
  today: string
  writes: boolean
  whose?: (dose: DueDose) => ReactNode
}) {
  return (
    <ul className="doses">
      {props.doses.map(dose => (
        <DoseLine key={`${dose.medicine.id}.${dose.day}.${dose.hour}`} {...props} dose={dose} />
      ))}
    </ul>
  )
}

function DoseLine({ dose, today, writes, whose }: Parameters<typeof DoseLines>[0] & { dose: DueDose }) {
  const t = useText()
  const labels = useLabels()
  const { busy, write, said } = useDose(dose)
  const [asking, setAsking] = useState(false)
  const { icon: Icon, tone } = looks[dose.state]
  const open = dose.dose === null
  const state = open
    ? t(`shelter.dose.${dose.state as 'later' | 'due' | 'missed'}`)
    : labels.code('dose_outcome', dose.state)
  return (
    <li className="dose" data-dose={dose.state}>
      <span className="dose-when">
        <bdi className="number">{labels.code('clock', dose.hour)}</bdi>
        {dose.day !== today && (
          <span className="quiet small">
            {' '}
            <PartialDate value={dose.day} />
          </span>
        )}
      </span>
      <span className="dose-what">
        <SayValue type="medicine" field="name" value={dose.medicine.content.name} />
        {whose && <span>{whose(dose)}</span>}
      </span>
      <span className={`meaning ${tone}`}>
        <Icon size={18} aria-hidden /> {state}
      </span>
      {writes && (
        <span className="row dose-acts">
          {open && dose.state !== 'later' && (
            <Button size="sm" loading={busy} onClick={() => void write({ outcome: 'given' })}>
              {t('shelter.dose.give')}
            </Button>
          )}
          {dose.state !== 'later' && (
            <Button size="sm" variant="default" onClick={() => setAsking(true)}>
              {t(open ? 'shelter.dose.other' : 'shelter.dose.change')}
            </Button>
          )}
        </span>
      )}
      {said}
      {asking && (
        <DoseDialog
          dose={dose}
          onWrite={async set => {
            if (await write(set)) setAsking(false)
          }}
          said={said}
          busy={busy}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

/** Writes a dose down, or changes what was written. */
function useDose({ medicine, day, hour, dose }: DueDose) {
  const d = useDictionary()
  const say = useProblemText()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ChangeResult | null>(null)
  const [error, setError] = useState<unknown>(null)
  const write = async (set: Content): Promise<boolean> => {
    setBusy(true)
    setError(null)
    try {
      const { office, person, case: home } = medicine
      const change = dose
        ? changing(dose, set, d.version)
        : creating('dose', { office, person, case: home }, { medicine: medicine.id, day, hour, ...set }, d.version)
      const [result] = await send([change])
      setRefused(isSaved(result) ? null : (result ?? null))
      return isSaved(result)
    } catch (refusal) {
      setError(refusal)
      return false
    } finally {
      setBusy(false)
    }
  }
  const said = (
    <>
      {refused && (
        <p className="notice stop" role="alert">
          {refused.problems[0] ? say(refused.problems[0]) : null}
        </p>
      )}
      <Refused error={error} />
    </>
  )
  return { busy, write, said }
}
