import { Tabs } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { reaches } from '../shell/rail.tsx'
import { usePermissions } from '../shell/me.ts'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Coverage } from './coverage.tsx'
import { Outside } from './outside.tsx'
import { Pillars } from './pillars.tsx'
import { Surveys } from './surveys.tsx'
import './activities.css'

/** What the office does beside cases, and what the situation report still misses. */
export function ActivitiesPage() {
  usePageKind('title.activities')
  const t = useText()
  const permissions = usePermissions()
  const tabs = [
    { id: 'pillars', type: 'activity', shows: Pillars },
    { id: 'surveys', type: 'survey', shows: Surveys },
    { id: 'coverage', type: 'coverage_statement', shows: Coverage },
    { id: 'outside', type: 'external_statistic', shows: Outside },
  ] as const
  const shown = tabs.filter(({ type }) => reaches(permissions, type))
  // The way back from a questionnaire leads to the surveys.
  const wanted = useLocation({ select: ({ hash }) => hash })
  const [tab, setTab] = useState<string | null>(shown.some(({ id }) => id === wanted) ? wanted : 'pillars')
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.activities')}</h1>
        <p className="quiet">{t('activity.about')}</p>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          {shown.map(({ id }) => (
            <Tabs.Tab key={id} value={id}>
              {t(`activity.tab.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map(({ id, shows: Shown }) => (
          <Tabs.Panel key={id} value={id}>
            <Shown />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  )
}
