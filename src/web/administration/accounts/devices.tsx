import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { devicesOf } from '../../field/calls.ts'
import { DeviceLine } from '../../field/device-line.tsx'
import { Refused } from '../../session/problem.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useText } from '../../text/text.tsx'
import type * as calls from '../calls.ts'

/** Devices of somebody else: whoever lost a telephone calls the office. */
export function Devices(props: { account: calls.Account; onClose: () => void }) {
  const t = useText()
  const { id, name } = props.account
  const { data, error, refetch } = useQuery({ queryKey: ['device', 'of', id], queryFn: () => devicesOf(id) })
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('admin.account.devicesOf', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Refused error={error} />
      {!data && !error && <Waiting lines={2} />}
      {data?.items.length === 0 && <p className="quiet">{t('admin.account.noDevices')}</p>}
      <ul className="lines">
        {data?.items.map(device => (
          <DeviceLine
            key={device.id}
            device={device}
            thisOne={false}
            sure={t('admin.account.lostSure', { name })}
            onLost={refetch}
          />
        ))}
      </ul>
    </Modal>
  )
}
