import { Button } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { RefusalError } from '../api/client.ts'
import { Refused } from '../session/problem.tsx'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { AgainstRegister } from './against-register.tsx'
import { Columns } from './columns.tsx'
import { Faults, WholeFile } from './faults.tsx'
import { Findings } from './findings.tsx'
import { Giving } from './giving.tsx'
import { type Reading, useProof } from './use-proof.ts'
import './proof.css'

/** Published numbers held against each other before a report leaves the house. */
export function ProofPage() {
  const t = useText()
  usePageKind('title.proof')
  const permissions = usePermissions()
  const proof = useProof()
  const { now } = proof
  if (!permissions.may('count')) {
    return (
      <div className="column narrow">
        <h1>{t('title.proof')}</h1>
        <p>{t('proof.notForYou')}</p>
      </div>
    )
  }
  return (
    <div className="column wide proof">
      <div>
        <h1>{t('title.proof')}</h1>
        <p className="quiet">{t('proof.about')}</p>
      </div>
      {/* What was pasted stays in its field while the answer is read. */}
      <div className="proof-before" hidden={now.state === 'done'}>
        <Giving busy={now.state === 'sending' || now.state === 'sent'} onGive={file => void proof.read(file)} />
        <Progress now={now} onStop={proof.stop} />
        {now.state === 'failed' && <Why error={now.error} />}
        <Columns />
      </div>
      {now.state === 'done' && (
        <Answer>
          <Findings proof={now.proof} onBegin={proof.begin} />
          {now.report !== null && <AgainstRegister report={now.report} />}
        </Answer>
      )}
    </div>
  )
}

/** The answer takes the place of the form: it is where reading goes on. */
function Answer({ children }: { children: ReactNode }) {
  const t = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="proof-result">
      <h2 id="proof-result" tabIndex={-1} ref={heading}>
        {t('proof.result')}
      </h2>
      {children}
    </section>
  )
}

function Progress({ now, onStop }: { now: Reading; onStop: () => void }) {
  const t = useText()
  const running = now.state === 'sending' || now.state === 'sent'
  return (
    <div className="row" role="status">
      {running && (
        <>
          <span>{now.state === 'sending' ? t('proof.sending', { share: now.share }) : t('proof.reading')}</span>
          <Button variant="default" leftSection={<IconPlayerStop size={18} aria-hidden />} onClick={onStop}>
            {t('proof.stop')}
          </Button>
        </>
      )}
      {now.state === 'stopped' && <span>{t('proof.stopped')}</span>}
    </div>
  )
}

/** Faults of lines have a table, those of the file a sentence; everything else is said like anywhere. */
function Why({ error }: { error: unknown }) {
  const problems = error instanceof RefusalError ? error.problems : []
  const ofLines = problems.filter(({ code }) => code.startsWith('line_'))
  const ofFile = problems.filter(({ code }) => code.startsWith('file_'))
  if (ofLines.length > 0) return <Faults problems={ofLines} />
  return ofFile.length > 0 ? <WholeFile problems={ofFile} /> : <Refused error={error} />
}
