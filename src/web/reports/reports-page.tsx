import { Tabs } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { MakeReport } from './make-report.tsx'
import { Publications } from './publications.tsx'
import './reports.css'

/** Reports made of the register's figures: a new one, and those that were published. */
export function ReportsPage() {
  usePageKind('title.reports')
  const t = useText()
  const queries = useQueryClient()
  const [tab, setTab] = useState<string | null>('make')
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.reports')}</h1>
        <p className="quiet">{t('reports.about')}</p>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="make">{t('reports.tab.make')}</Tabs.Tab>
          <Tabs.Tab value="published">{t('reports.tab.published')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="make">
          <MakeReport
            onPublished={() => {
              void queries.invalidateQueries({ queryKey: ['publications'] })
              setTab('published')
            }}
          />
        </Tabs.Panel>
        <Tabs.Panel value="published">
          <Publications />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
