import { Select, Tabs } from '@mantine/core'
import { useState } from 'react'
import { StrictDesk } from '../confidentiality/strict-desk.tsx'
import { useOffices } from '../shell/offices.ts'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Approvals } from './approvals.tsx'
import { Caseload } from './caseload.tsx'
import { LateWork } from './late-work.tsx'
import { TeamCases } from './team-cases.tsx'
import './team.css'

/** Who carries what, what is late, what waits for a second person. */
export function TeamPage() {
  usePageKind('title.team')
  const t = useText()
  const permissions = usePermissions()
  const { all } = useOffices()
  const reach = permissions.reach('assign')
  const offices = all.filter(({ id }) => reach.all || reach.offices.includes(id))
  const [chosen, setChosen] = useState<string | null>(null)
  const [tab, setTab] = useState<string | null>('caseload')
  const tabs = permissions.may('open_restricted')
    ? (['caseload', 'cases', 'late', 'waiting', 'strict'] as const)
    : (['caseload', 'cases', 'late', 'waiting'] as const)
  const office = chosen ?? offices[0]?.id ?? null
  return (
    <div className="column wide">
      <div className="row ends">
        <h1>{t('title.team')}</h1>
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
            {tabs.map(each => (
              <Tabs.Tab key={each} value={each}>
                {t(`team.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="caseload">
            <Caseload office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="cases">
            <TeamCases key={office} office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="late">
            <LateWork office={office} />
          </Tabs.Panel>
          <Tabs.Panel value="strict">
            <StrictDesk />
          </Tabs.Panel>
          <Tabs.Panel value="waiting">
            <Approvals office={office} />
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  )
}
