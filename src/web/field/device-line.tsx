import { Button } from '@mantine/core'
import { useState } from 'react'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { type Device, deviceLost } from './calls.ts'

/** A device that carries cases: what it holds, when it was heard, and the way to stop it when it is lost. */
export function DeviceLine(props: { device: Device; thisOne: boolean; sure: string; onLost: () => Promise<unknown> }) {
  const t = useText()
  const { device } = props
  const [asking, setAsking] = useState(false)
  const state =
    device.state === 'in_use'
      ? t('phone.stateInUse', { count: device.carried })
      : t(device.state === 'emptied' ? 'phone.stateEmptied' : 'phone.stateRevoked')
  const lost = async () => {
    await deviceLost(device.id)
    await props.onLost()
  }
  return (
    <li>
      {t('phone.kind', { kind: device.kind })} · {state} ·{' '}
      <span className="quiet">
        {t('phone.seen')} <When at={device.lastSeenAt} />
        {props.thisOne ? ` · ${t('phone.thisOne')}` : ''}
      </span>
      {device.state !== 'revoked' && (
        <div className="row">
          {asking && <p className="notice care">{props.sure}</p>}
          <Button
            size="xs"
            variant={asking ? 'filled' : 'default'}
            onClick={() => (asking ? void lost() : setAsking(true))}
          >
            {t('phone.lost')}
          </Button>
        </div>
      )}
    </li>
  )
}
