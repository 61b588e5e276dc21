import { useParams } from '@tanstack/react-router'
import { consentInForce } from '#casework/consent.ts'
import { localToday } from '../form/today.ts'
import { Refused } from '../session/problem.tsx'
import { usePageKind } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { type OpenCase, useCase } from '../case/use-case.ts'
import { BeginStep } from './begin-step.tsx'
import { ConsentStep } from './consent-step.tsx'
import { RefusedStep } from './refused-step.tsx'
import { Sitting } from './sitting.tsx'
import './interview.css'

/** Consent first, then the conversation, a topic a page, in as many sittings as it takes. */
export function InterviewPage() {
  usePageKind('title.interview')
  const params = useParams({ strict: false })
  const { open, error } = useCase(params.id ?? '')
  if (error && !open) return <Refused error={error} />
  if (!open) return <Waiting lines={6} />
  return <Interview open={open} screening={params.screening ?? null} />
}

function Interview(props: { open: OpenCase; screening: string | null }) {
  const { open } = props
  const { state, record } = consentInForce(open.file, 'interview', { today: localToday() })
  if (!record) return <ConsentStep open={open} />
  if (state === 'no' || state === 'withdrawn') return <RefusedStep open={open} withdrawn={state === 'withdrawn'} />
  const screening = open.file.records.find(each => each.id === props.screening && each.type === 'screening')
  return screening ? <Sitting key={screening.id} open={open} screening={screening} /> : <BeginStep open={open} />
}
