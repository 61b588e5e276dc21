import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Balances } from './balances.tsx'
import { Gap } from './gap.tsx'
import { WaitingRequests } from './waiting-requests.tsx'
import './funds.css'

/** What is left of the money, what waits for it, and whom it leaves out. */
export function FundsPage() {
  usePageKind('title.funds')
  const t = useText()
  const [tab, setTab] = useState<string | null>('balances')
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.funds')}</h1>
        <p className="quiet">{t('funds.about')}</p>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          {(['balances', 'waiting', 'gap'] as const).map(each => (
            <Tabs.Tab key={each} value={each}>
              {t(`funds.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="balances">
          <Balances />
        </Tabs.Panel>
        <Tabs.Panel value="waiting">
          <WaitingRequests />
        </Tabs.Panel>
        <Tabs.Panel value="gap">
          <Gap />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
