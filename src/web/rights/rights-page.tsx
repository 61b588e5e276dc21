import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Exceptions } from './exceptions.tsx'
import { Requests } from './requests.tsx'
import { Withdrawals } from './withdrawals.tsx'
import './rights.css'

/** For those who answer what persons ask about their data: requests, exceptions from consent, consent taken back. */
export function RightsPage() {
  usePageKind('title.rights')
  const t = useText()
  const [tab, setTab] = useState<string | null>('requests')
  return (
    <div className="column reading">
      <div>
        <h1>{t('title.rights')}</h1>
        <p className="quiet">{t('rights.about')}</p>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          {(['requests', 'exceptions', 'withdrawals'] as const).map(each => (
            <Tabs.Tab key={each} value={each}>
              {t(`rights.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="requests">
          <Requests />
        </Tabs.Panel>
        <Tabs.Panel value="exceptions">
          <Exceptions />
        </Tabs.Panel>
        <Tabs.Panel value="withdrawals">
          <Withdrawals />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
