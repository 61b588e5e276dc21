import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { latest, ofType } from '#casework/latest.ts'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { PlanSection } from '../reintegration/plan-section.tsx'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { Contacts } from './contacts.tsx'
import { Lines } from './lines.tsx'
import { OpenTasks } from './open-tasks.tsx'
import './planning.css'

/** What do we want to reach together, what was planned for it, and when do we speak next? */
export function PlanPage() {
  usePageKind('title.plan')
  const { id } = useParams({ from: '/desk/cases/$id/plan' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Plan key={id} open={open} />
}

function Plan({ open }: { open: OpenCase }) {
  const t = useText()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { number } = open.file.case.content
  const plan = latest(ofType(open.file, 'plan'), 'agreedOn')
  const initial = { state: 'planned', from: localToday(), ...(plan ? { plan: plan.id } : {}) }
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.plan')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('plan.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      {open.writable('plan_line').has('open') && (
        <div>
          <Button
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setEditing({ type: 'plan_line', record: null, initial })}
          >
            {t('plan.addLine')}
          </Button>
        </div>
      )}
      {open.readable('plan_line').size > 0 && <Lines open={open} onEdit={setEditing} />}
      {open.readable('contact').size > 0 && <Contacts open={open} onEdit={setEditing} />}
      {open.readable('task').size > 0 && <OpenTasks open={open} onEdit={setEditing} />}
      {open.readable('plan').size > 0 && <PlanSection open={open} onEdit={setEditing} />}
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
