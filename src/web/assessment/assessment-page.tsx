import { Button } from '@mantine/core'
import { IconArrowRight, IconEye } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { needsNow } from '#casework/assessment/needs.ts'
import { nextAssessment } from '#casework/assessment/next.ts'
import { screeningHints } from '#casework/assessment/rescreening.ts'
import { isChild } from '#casework/age.ts'
import { type Editing, RecordDialog } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { RecordLines } from '../reintegration/record-lines.tsx'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { CaseNumber, PartialDate } from '../text/fmt.tsx'
import { type TextKey, useLabels, useText } from '../text/text.tsx'
import { RiskSection } from './risk-section.tsx'
import { SeriesSection } from './series.tsx'
import './assessment.css'

/** What threatens, what is needed, what protects, and how it moved. */
export function AssessmentPage() {
  usePageKind('title.assessment')
  const { id } = useParams({ from: '/desk/cases/$id/assessment' })
  const { open, error } = useCase(id)
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Assessment key={id} open={open} />
}

function Assessment({ open }: { open: OpenCase }) {
  const t = useText()
  const [editing, setEditing] = useState<Editing | null>(null)
  const { number } = open.file.case.content
  const reads = (type: string) => open.readable(type).size > 0
  const family = reads('family_assessment') && (isChild(open.file) || has(open, 'family_assessment'))
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.assessment')}</h1>
        <Link to="/cases/$id" params={{ id: open.id }}>
          {t('assessment.back')} <CaseNumber number={typeof number === 'string' ? number : null} />
        </Link>
      </div>
      <Hints open={open} />
      <Next open={open} onEdit={setEditing} />
      {reads('risk') && <RiskSection open={open} onEdit={setEditing} />}
      <NeedsNow open={open} />
      {['needs_assessment', 'vulnerability_assessment', 'skills_assessment'].filter(reads).map(type => (
        <SeriesSection key={type} open={open} type={type} onEdit={setEditing} />
      ))}
      {family && (
        <section>
          <h2>{t('assessment.family')}</h2>
          <RecordLines
            open={open}
            types={['family_assessment', 'best_interest']}
            add={{ family_assessment: 'assessment.addFamily', best_interest: 'assessment.addBest' }}
            empty="assessment.familyEmpty"
            onEdit={setEditing}
          />
        </section>
      )}
      {editing && <RecordDialog open={open} editing={editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

const has = (open: OpenCase, type: string) => open.file.records.some(record => record.type === type)

function Hints({ open }: { open: OpenCase }) {
  const t = useText()
  const hints = screeningHints(open.file)
  if (hints.length === 0) return null
  return (
    <div className="notice care" data-hints={hints.length}>
      <IconEye size={20} aria-hidden />
      <div>
        <p>{t('assessment.hints')}</p>
        <ul>
          {hints.map(({ record, field, code, day }) => (
            <li key={record.id + field + code}>
              <PartialDate value={day} />: <HintCode type={record.type} field={field} code={code} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function HintCode(props: { type: string; field: string; code: string }) {
  const labels = useLabels()
  // SayValue reads the kind of the field: several codes are said as a list of one.
  const value = props.field === 'situation' ? props.code : [props.code]
  return (
    <>
      {labels.type(props.type)}, <SayValue type={props.type} field={props.field} value={value} />
    </>
  )
}

/** The one thing to do next, when this reader may do it. */
function Next({ open, onEdit }: { open: OpenCase; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const go = useNavigate()
  const next = nextAssessment(open.file, localToday())
  const may = (type: string) => open.writable(type).has('open')
  const offered = ((): { text: TextKey; take: () => void } | null => {
    if (next.step === 'screen')
      return may('screening')
        ? {
            text: 'assessment.screen',
            take: () => void go({ to: '/cases/$id/interview', params: { id: open.id } }),
          }
        : null
    if (next.step === 'measure') {
      const initial = { risk: next.risk.id, state: 'planned' }
      return may('mitigation')
        ? { text: 'assessment.measure', take: () => onEdit({ type: 'mitigation', record: null, initial }) }
        : null
    }
    const { type } = next
    return may(type) ? { text: `assessment.assess.${type}`, take: () => onEdit({ type, record: null }) } : null
  })()
  if (!offered) return null
  return (
    <div>
      <Button
        onClick={offered.take}
        rightSection={<IconArrowRight size={18} aria-hidden className="turns" />}
        data-next={next.step}
      >
        {t(offered.text)}
      </Button>
    </div>
  )
}

function NeedsNow({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const needs = needsNow(open.file)
  if (needs.length === 0) return null
  return (
    <section>
      <h2>{t('assessment.needsNow')}</h2>
      <ul className="needs">
        {needs.map(({ code, urgent, met }) => (
          <li key={code} data-need={code}>
            <span>{labels.code('need', code)}</span>
            {met ? (
              <span className="meaning done small">{t('assessment.given')}</span>
            ) : (
              urgent && <span className="meaning stop small">{t('assessment.urgent')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
