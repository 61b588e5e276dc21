import { Button, Modal, Select } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { addressPurposes } from '#casework/shelter/purposes.ts'
import { Refused } from '../session/problem.tsx'
import { useReturnFocus } from '../shell/return-focus.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { openAddress, type Purpose } from './calls.ts'

/** Long enough to read it out, short enough not to stand on an empty desk. */
const shownFor = 60_000

/** The one place where an address is seen: after a reason was given, for a minute, kept by nothing on this device. */
export function AddressDialog(props: { shelter: string; code: string; onClose: () => void }) {
  const t = useText()
  useReturnFocus()
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [state, setState] = useState<'asking' | 'shown' | 'none' | 'hidden'>('asking')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  useEffect(() => {
    if (state !== 'shown') return
    const hide = () => {
      setAddress(null)
      setState('hidden')
    }
    const timer = setTimeout(hide, shownFor)
    return () => clearTimeout(timer)
  }, [state])

  const open = async () => {
    if (purpose === null) return
    setBusy(true)
    setError(null)
    try {
      const reply = await openAddress(props.shelter, purpose)
      setAddress(reply.address)
      setState(reply.address === null ? 'none' : 'shown')
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('shelter.addressTitle', { house: props.code })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className="stack">
        <p>{t('shelter.addressLogged')}</p>
        <Select
          label={t('shelter.addressWhy')}
          data={addressPurposes.map(value => ({ value, label: t(`shelter.purpose.${value}`) }))}
          value={purpose}
          onChange={value => setPurpose(value as Purpose | null)}
          allowDeselect={false}
        />
        <Refused error={error} />
        <div aria-live="polite">
          {state === 'shown' && (
            <p className="sheet address">
              <Isolated>{address}</Isolated>
            </p>
          )}
          {state === 'none' && <p className="quiet">{t('shelter.addressNone')}</p>}
          {state === 'hidden' && <p className="quiet">{t('shelter.addressGone')}</p>}
        </div>
        {state !== 'shown' && (
          <div>
            <Button
              leftSection={<IconEye size={18} aria-hidden />}
              loading={busy}
              disabled={purpose === null}
              onClick={() => void open()}
            >
              {t('shelter.addressShow')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  )
}
