import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { Timeline } from '../case/timeline.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { Ahead } from './ahead.tsx'
import { Claims } from './claims.tsx'
import { StepDocuments } from './step-documents.tsx'
import './justice.css'

/** In the order in which they usually come. */
const steps = [
  'proceeding',
  'hearing',
  'representation',
  'expert_opinion',
  'claim',
  'paper_retrieval',
  'stay_application',
] as const

/** What lies ahead, what is owed, and what was done: the way of one person to justice. */
export function JusticePage() {
  usePageKind('title.caseJustice')
  const { id } = useParams({ from: '/desk/cases/$id/justice' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Justice key={id} open={open} />
}

function Justice({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { number } = open.file.case.content
  const addable = steps.filter(type => open.writable(type).size > 0)
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.caseJustice')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('reintegration.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      {addable.length > 0 && (
        <div>
          <Menu position="bottom-start" width={280}>
            <Menu.Target>
              <Button leftSection={<IconPlus size={18} aria-hidden />}>{t('justice.add')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {addable.map(type => (
                <Menu.Item key={type} onClick={() => setEditing({ type, record: null })}>
                  {labels.type(type)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      <Ahead open={open} onEdit={setEditing} />
      {open.readable('claim').size > 0 && <Claims open={open} onEdit={setEditing} />}
      <StepDocuments open={open} onEdit={setEditing} />
      <Timeline open={open} types={steps} onEdit={setEditing} />
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
