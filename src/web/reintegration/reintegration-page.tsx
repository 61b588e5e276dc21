import { IconAlertTriangle } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { traffickedAgain } from '#casework/reintegration/again.ts'
import { isClosed } from '#casework/tasks.ts'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { Eligibility } from '../funds/eligibility.tsx'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { PackageSection } from './package-section.tsx'
import { PlanSection } from './plan-section.tsx'
import { RecordLines } from './record-lines.tsx'
import { SurveySection } from './survey-section.tsx'
import { VisitsSection } from './visits-section.tsx'
import './reintegration.css'

/** What was agreed, what was given, and how is it going? */
export function ReintegrationPage() {
  usePageKind('title.reintegration')
  const { id } = useParams({ from: '/desk/cases/$id/reintegration' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Reintegration key={id} open={open} />
}

function Reintegration({ open }: { open: OpenCase }) {
  const t = useText()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { number, outcome } = open.file.case.content
  const again = traffickedAgain(open.file)
  const closed = isClosed(open.file)
  const asks = open.writable('fund_request').has('open')
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.reintegration')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('reintegration.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      {again && (
        <div className="notice stop">
          <IconAlertTriangle size={20} aria-hidden />
          <p>{t('reintegration.again', { months: again.months })}</p>
        </div>
      )}
      {open.readable('package_item').size > 0 && <PackageSection open={open} onEdit={setEditing} />}
      {open.readable('visit').size > 0 && <VisitsSection open={open} onEdit={setEditing} />}
      {open.readable('sustainability_survey').size > 0 && <SurveySection open={open} onEdit={setEditing} />}
      {open.readable('plan').size > 0 && <PlanSection open={open} onEdit={setEditing} />}
      {open.readable('training').size > 0 && (
        <section>
          <h2>{t('reintegration.work')}</h2>
          <RecordLines
            open={open}
            types={['training', 'placement', 'enterprise']}
            add={{
              training: 'reintegration.addTraining',
              placement: 'reintegration.addPlacement',
              enterprise: 'reintegration.addEnterprise',
            }}
            empty="reintegration.workEmpty"
            onEdit={setEditing}
          />
          <p className="small">
            <Link to="/records/$type" params={{ type: 'employer' }}>
              {t('reintegration.employers')}
            </Link>
          </p>
        </section>
      )}
      {open.readable('fund_request').size > 0 && (
        <section>
          <h2>{t('reintegration.money')}</h2>
          <RecordLines open={open} types={['fund_request', 'disbursement']} add={{}} empty={null} onEdit={setEditing} />
          <h3>{t('eligibility.title')}</h3>
          <Eligibility
            case={open.id}
            onAsk={
              asks
                ? ({ id, type }) =>
                    setEditing({ type: 'fund_request', record: null, initial: { [type]: id, askedOn: localToday() } })
                : null
            }
          />
        </section>
      )}
      <section>
        <h2>{t('reintegration.closing')}</h2>
        <p>
          {t(closed ? 'reintegration.isClosed' : 'reintegration.isOpen')}{' '}
          {outcome !== undefined && <SayValue type="case" field="outcome" value={outcome} />}
        </p>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('reintegration.toCase')}
        </Link>
      </section>
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}
