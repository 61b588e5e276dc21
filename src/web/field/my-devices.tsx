import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { refresh } from '../session/store.ts'
import { When } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { type Device, deviceLost, myDevices } from './calls.ts'
import { deviceId } from './phone.ts'

/** Devices that carry cases for me, and the way to stop one that is lost. */
export function MyDevices() {
  const t = useText()
  const { data } = useQuery({ queryKey: ['device', 'mine'], queryFn: myDevices, retry: false })
  const items = (data?.items ?? []).filter(each => each.state !== 'revoked' || each.id === deviceId())
  if (items.length === 0) return null
  return (
    <section className="section" aria-labelledby="devices">
      <h2 id="devices">{t('phone.devices')}</h2>
      <ul className="lines">
        {items.map(device => (
          <Line key={device.id} device={device} />
        ))}
      </ul>
    </section>
  )
}

function Line({ device }: { device: Device }) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const state =
    device.state === 'in_use'
      ? t('phone.stateInUse', { count: device.carried })
      : t(device.state === 'emptied' ? 'phone.stateEmptied' : 'phone.stateRevoked')
  const lost = async () => {
    await deviceLost(device.id)
    await refresh()
  }
  return (
    <li>
      {t('phone.kind', { kind: device.kind })} · {state} ·{' '}
      <span className="quiet">
        {t('phone.seen')} <When at={device.lastSeenAt} />
        {device.id === deviceId() ? ` · ${t('phone.thisOne')}` : ''}
      </span>
      {device.state !== 'revoked' && (
        <div className="row">
          {asking && <p className="notice care">{t('phone.lostSure')}</p>}
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
