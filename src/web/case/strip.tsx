import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowsSplit,
  IconClockExclamation,
  IconEye,
  IconFlag,
  IconHandStop,
  IconIdBadge2,
  IconLock,
  IconMoodKid,
  IconShieldLock,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { readChild } from '#casework/age.ts'
import { screeningHints } from '#casework/assessment/rescreening.ts'
import { confidentialityOf } from '#casework/rights/confidentiality.ts'
import type { Standing } from '#casework/standing.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { CaseNumber, Isolated, Name } from '../text/fmt.tsx'
import { type TextKey, useLabels, useText } from '../text/text.tsx'
import type { Editing } from './record-dialog.tsx'
import { SayValue } from './say-value.tsx'
import { callName, type OpenCase } from './use-case.ts'

/** Who is this: name or its absence, age and how it is known, languages, how to get in touch safely, what needs care. */
export function Strip(props: { open: OpenCase; standing: Standing; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  const { file } = props.open
  const name = callName(file.person)
  const child = readChild(file)
  const { content } = file.case
  return (
    <header className="strip">
      <div className="row ends">
        <h1>{name === null ? t('case.nameless') : <Name>{name}</Name>}</h1>
        <span className="row">
          <CaseNumber number={typeof content.number === 'string' ? content.number : null} />
          <Link to="/cases/$id/card" params={{ id: props.open.id }} className="meaning">
            <IconIdBadge2 size={18} aria-hidden /> {t('case.card')}
          </Link>
        </span>
      </div>
      <Alerts {...props} />
      <dl className="facts">
        <Fact label={t('case.age')}>
          <SayAge {...props} />
          {child.child && (
            <span className="meaning care badge">
              <IconMoodKid size={18} aria-hidden /> {t('case.child')}
            </span>
          )}
        </Fact>
        {(['sex', 'nationality', 'languages'] as const).map(field => (
          <Fact key={field} label={labels.field('person', field)}>
            <SayValue type="person" field={field} value={file.person?.content[field]} />
          </Fact>
        ))}
        {props.open.readable('person').has('contact') && (
          <Fact label={labels.field('person', 'safeContact')}>
            {isAnswered(file.person?.content.safeContact) ? (
              <Name>
                <SayValue type="person" field="safeContact" value={file.person.content.safeContact} />
              </Name>
            ) : (
              <Button
                variant="subtle"
                size="compact-md"
                onClick={() => props.onEdit({ type: 'person', record: file.person?.id ?? null, section: 'contact' })}
              >
                {t('case.askContact')}
              </Button>
            )}
          </Fact>
        )}
      </dl>
    </header>
  )
}

export function Fact(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function SayAge({ open }: { open: OpenCase }) {
  const t = useText()
  const labels = useLabels()
  const { ageAtAssistance, ageGroup, ageBasis } = open.file.case.content
  const basis = typeof ageBasis === 'string' ? labels.code('age_basis', ageBasis).toLowerCase() : null
  const age =
    typeof ageAtAssistance === 'number' ? (
      <Isolated className="number">{String(ageAtAssistance)}</Isolated>
    ) : isAnswered(ageGroup) ? (
      <SayValue type="case" field="ageGroup" value={ageGroup} />
    ) : (
      <SayValue type="case" field="ageAtAssistance" value={ageAtAssistance} />
    )
  return (
    <span>
      {age} {basis && <span className="quiet">{t('case.ageBasis', { basis })}</span>}
    </span>
  )
}

function Alerts({ open, standing }: { open: OpenCase; standing: Standing }) {
  const alerts: {
    kind: string
    text: TextKey
    icon: typeof IconAlertTriangle
    count?: number
    tone: 'stop' | 'care'
  }[] = []
  const { level } = confidentialityOf(open.file)
  if (level === 'restricted') {
    alerts.push({ kind: 'level', text: 'doors.alertRestricted', icon: IconLock, tone: 'care' })
  }
  if (level === 'strict') {
    alerts.push({ kind: 'level', text: 'doors.alertStrict', icon: IconShieldLock, tone: 'care' })
  }
  if (standing.risk?.content.level === 'high') {
    alerts.push({ kind: 'risk', text: 'alert.highRisk', icon: IconAlertTriangle, tone: 'stop' })
  }
  if (screeningHints(open.file).length > 0) {
    alerts.push({ kind: 'rescreen', text: 'alert.rescreen', icon: IconEye, tone: 'care' })
  }
  if (standing.consents.some(({ reading }) => reading.state === 'withdrawn')) {
    alerts.push({ kind: 'withdrawn', text: 'alert.withdrawn', icon: IconHandStop, tone: 'stop' })
  }
  if (standing.consents.some(({ purpose, reading }) => purpose === 'data' && reading.state === 'no')) {
    alerts.push({ kind: 'data', text: 'alert.noData', icon: IconHandStop, tone: 'care' })
  }
  const flags = open.file.records.filter(({ type, content }) => type === 'flag' && !isAnswered(content.resolvedOn))
  if (flags.length > 0) {
    alerts.push({ kind: 'flag', text: 'case.flags', icon: IconFlag, count: flags.length, tone: 'care' })
  }
  if (standing.overdue > 0) {
    alerts.push({
      kind: 'overdue',
      text: 'alert.overdue',
      icon: IconClockExclamation,
      count: standing.overdue,
      tone: 'care',
    })
  }
  if (open.conflicts.length > 0) {
    alerts.push({
      kind: 'conflict',
      text: 'alert.conflict',
      icon: IconArrowsSplit,
      count: open.conflicts.length,
      tone: 'care',
    })
  }
  const t = useText()
  if (alerts.length === 0) return null
  return (
    <ul className="alerts">
      {alerts.map(({ kind, text, icon: Icon, count, tone }) => (
        <li key={kind} className={`meaning ${tone}`}>
          <Icon size={18} aria-hidden /> {t(text, { count: count ?? 1 })}
        </li>
      ))}
    </ul>
  )
}
