import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { standing } from '#casework/standing.ts'
import { CarryThis } from '../field/carry-this.tsx'
import { localToday } from '../form/today.ts'
import { Doors } from '../confidentiality/doors.tsx'
import { Refused } from '../session/problem.tsx'
import { Closure } from '../team/closure.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { useText } from '../text/text.tsx'
import { Conflicts } from './conflicts.tsx'
import { DeterminationPanel } from './determination-panel.tsx'
import { nextStep } from './next-step.ts'
import { Parts } from './parts.tsx'
import { type Editing, RecordDialog } from './record-dialog.tsx'
import { Sections } from './sections.tsx'
import { StandingList } from './standing-list.tsx'
import { Strip } from './strip.tsx'
import { Timeline } from './timeline.tsx'
import { type OpenCase, useCase } from './use-case.ts'
import './case.css'

/** Who is this, where do things stand, what next: one page. */
export function CasePage() {
  usePageKind('title.case')
  const { id } = useParams({ from: '/desk/cases/$id' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={8} />
  return <WholeCase key={id} open={open} />
}

function WholeCase({ open }: { open: OpenCase }) {
  const d = useDictionary()
  const t = useText()
  const go = useNavigate()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { file } = open
  const now = useMemo(() => standing(d, file, { today: localToday(), seen: open.readable }), [d, file, open.readable])
  const step = nextStep(open, now)

  const take = () => {
    if (step.go === 'interview') {
      return go(
        step.screening
          ? { to: '/cases/$id/interview/$screening', params: { id: open.id, screening: step.screening } }
          : { to: '/cases/$id/interview', params: { id: open.id } },
      )
    }
    if (step.go === 'services') return go({ to: '/cases/$id/services', params: { id: open.id } })
    if (step.go === 'conflicts') return document.getElementById('conflicts')?.scrollIntoView()
    if (step.go === 'edit') return setEditing(step.edit)
    return undefined
  }

  return (
    <div className="column wide">
      <Strip open={open} standing={now} onEdit={setEditing} />
      <div className="case-next">
        <Button
          onClick={() => void take()}
          rightSection={<IconArrowRight size={18} aria-hidden className="turns" />}
          data-step={step.text}
        >
          {t(step.text)}
        </Button>
        <Closure open={open} onEdit={setEditing} />
        <CarryThis id={open.id} />
      </div>
      <Parts open={open} />
      <Conflicts open={open} />
      <div className="case-grid">
        <div className="case-main">
          <StandingList open={open} standing={now} onEdit={setEditing} />
          <DeterminationPanel open={open} standing={now} onEdit={setEditing} />
          <Doors open={open} />
          <Timeline open={open} onEdit={setEditing} />
        </div>
        <Sections open={open} standing={now} onEdit={setEditing} />
      </div>
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
