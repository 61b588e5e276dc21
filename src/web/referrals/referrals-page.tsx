import { Select, Tabs } from '@mantine/core'
import { useState } from 'react'
import { usePermissions } from '../shell/me.ts'
import { useOffices } from '../shell/offices.ts'
import { useMe } from '../shell/signed-in.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Incoming } from './incoming.tsx'
import { Outgoing, Waits } from './outgoing.tsx'

/** What is asked of us, what we wait for, what we sent. */
export function ReferralsPage() {
  usePageKind('title.referrals')
  const t = useText()
  const me = useMe()
  const permissions = usePermissions()
  const { all } = useOffices()
  const reach = permissions.reach('read', 'referral')
  const offices = all.filter(({ id }) => reach.all || reach.offices.includes(id) || reach.ownIn.includes(id))
  const [chosen, setChosen] = useState<string | null>(null)
  const [tab, setTab] = useState<string | null>('incoming')
  const first = offices.find(({ id }) => me.grants.some(({ office }) => office === id)) ?? offices[0]
  const office = chosen ?? first?.id ?? null
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.referrals')}</h1>
        {offices.length > 1 && (
          <Select
            aria-label={t('filter.office')}
            data={offices.map(({ id, name }) => ({ value: id, label: name }))}
            searchable
            value={office}
            onChange={setChosen}
          />
        )}
      </div>
      {office !== null && (
        <Tabs value={tab} onChange={setTab} keepMounted={false}>
          <Tabs.List mb="lg">
            {(['incoming', 'waits', 'outgoing'] as const).map(each => (
              <Tabs.Tab key={each} value={each}>
                {t(`referrals.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="incoming">
            <Incoming key={office} office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="waits">
            <Waits office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="outgoing">
            <Outgoing key={office} office={office} />
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  )
}
