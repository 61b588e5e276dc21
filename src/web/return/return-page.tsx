import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { inOrder, ofType } from '#casework/latest.ts'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { RecordLines } from '../reintegration/record-lines.tsx'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { Journey } from './journey.tsx'
import { Interest } from './interest.tsx'
import './return.css'

/** What stands, what is missing, and who can settle it? */
export function ReturnPage() {
  usePageKind('title.return')
  const { id } = useParams({ from: '/desk/cases/$id/return' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Return key={id} open={open} />
}

function Return({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { number } = open.file.case.content
  const journeys = inOrder(ofType(open.file, 'movement'), 'departedOn').toReversed()
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.return')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('return.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      <Interest open={open} onEdit={setEditing} />
      {journeys.length === 0 && <p className="quiet">{labels.empty('movement')}</p>}
      {journeys.map(movement => (
        <Journey key={movement.id} open={open} movement={movement} onEdit={setEditing} />
      ))}
      {open.writable('movement').has('open') && (
        <div>
          <Button
            variant={journeys.length === 0 ? 'filled' : 'default'}
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setEditing({ type: 'movement', record: null, initial: { stage: 'planned' } })}
          >
            {t('return.plan')}
          </Button>
        </div>
      )}
      <section>
        <h2>{labels.plural('counselling')}</h2>
        <RecordLines
          open={open}
          types={['counselling']}
          add={{ counselling: 'return.addCounselling' }}
          empty="return.counsellingEmpty"
          onEdit={setEditing}
        />
      </section>
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
