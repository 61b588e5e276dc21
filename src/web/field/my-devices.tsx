import { useQuery } from '@tanstack/react-query'
import { refresh } from '../session/store.ts'
import { useText } from '../text/text.tsx'
import { myDevices } from './calls.ts'
import { DeviceLine } from './device-line.tsx'
import { deviceId } from './phone.ts'

/** Devices that carry cases for me. */
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
          <DeviceLine
            key={device.id}
            device={device}
            thisOne={device.id === deviceId()}
            sure={t('phone.lostSure')}
            onLost={refresh}
          />
        ))}
      </ul>
    </section>
  )
}
