import { IconAlertTriangle } from '@tabler/icons-react'
import { instruments, isInstrumented } from '#dictionary/data/instruments.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'

/** Where the questions come from, and that nobody compared them with an original when nobody did. */
export function InstrumentNote({ type }: { type: string }) {
  if (!isInstrumented(type)) return null
  return <Provenance {...instruments[type]} />
}

export function Provenance(props: { version: string; provenance: string; verified: boolean }) {
  const t = useText()
  const { version, provenance } = props
  return (
    <p className="small quiet">
      {!props.verified && (
        <span className="meaning care">
          <IconAlertTriangle size={16} aria-hidden /> {t('assessment.unverified')}
        </span>
      )}{' '}
      <Isolated>{t('assessment.madeWith', { version, provenance })}</Isolated>
    </p>
  )
}
