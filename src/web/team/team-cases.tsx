import { Button } from '@mantine/core'
import { useState } from 'react'
import type { RecordView } from '#changes/change.ts'
import type { ListFilter } from '../api/calls.ts'
import { CaseLines } from '../lists/case-lines.tsx'
import { FilterBar } from '../lists/filter-bar.tsx'
import { useList } from '../lists/use-list.ts'
import { Isolated } from '../text/fmt.tsx'
import { useText } from '../text/text.tsx'
import { HandOver } from './hand-over.tsx'

/** Open cases of the office; ticked ones go to a colleague together, with a note for each. */
export function TeamCases({ office }: { office: string }) {
  const t = useText()
  const [filter, setFilter] = useState<ListFilter>({ open: 'yes' })
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [handing, setHanding] = useState(false)
  const list = useList('case', { ...filter, office })
  const chosen = list.items.filter(({ record }) => ticked.has(record.id)).map(({ record }) => record as RecordView)
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(id)
    else next.delete(id)
    setTicked(next)
  }
  return (
    <div className="stack">
      <FilterBar type="case" filter={filter} onChange={setFilter} without={['office']} />
      <div className="row" role="status">
        <Button disabled={chosen.length === 0} onClick={() => setHanding(true)}>
          {t('team.handOver', { count: chosen.length })}
        </Button>
      </div>
      <CaseLines
        list={list}
        empty={t('team.noCases')}
        ticked={ticked}
        onTick={tick}
        say={({ record }) => {
          const { caseworker } = record.content
          return typeof caseworker === 'string' && list.staffName(caseworker) !== '' ? (
            <Isolated>{list.staffName(caseworker)}</Isolated>
          ) : (
            <span className="meaning care">{t('team.nobody')}</span>
          )
        }}
      />
      {handing && (
        <HandOver
          cases={chosen}
          onClose={() => setHanding(false)}
          onDone={() => {
            setHanding(false)
            setTicked(new Set())
          }}
        />
      )}
    </div>
  )
}
