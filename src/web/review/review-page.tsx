import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { usePageKind } from '../shell/title.ts'
import { useText } from '../text/text.tsx'
import { Numbers } from './numbers.tsx'
import { Pairs } from './pairs.tsx'
import './review.css'

/** For data focal points: which records are one person, and how sure the count of persons is. */
export function ReviewPage() {
  usePageKind('title.review')
  const t = useText()
  const [tab, setTab] = useState<string | null>('pairs')
  return (
    <div className="column wide">
      <div>
        <h1>{t('title.review')}</h1>
        <p className="quiet">{t('review.intro')}</p>
      </div>
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="pairs">{t('review.tab.pairs')}</Tabs.Tab>
          <Tabs.Tab value="numbers">{t('review.tab.numbers')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pairs">
          <Pairs />
        </Tabs.Panel>
        <Tabs.Panel value="numbers">
          <Numbers />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
