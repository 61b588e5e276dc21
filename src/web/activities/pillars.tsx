import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { findingsOf } from '#casework/activity/reading.ts'
import { daysLater } from '#casework/when.ts'
import type { RecordView } from '#changes/change.ts'
import { type Content, plainText } from '#dictionary/answer.ts'
import { listOf } from '#dictionary/dictionary.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { Refused } from '../session/problem.tsx'
import { useWritingOffice } from '../shell/me.ts'
import { useOffices } from '../shell/offices.ts'
import { Waiting } from '../shell/waiting.tsx'
import { useDictionary } from '../shell/words.ts'
import { localToday } from '../form/today.ts'
import { useLabels, useText } from '../text/text.tsx'
import { ActivityCard } from './activity-card.tsx'
import { type ShownActivity, type ShownPeriod, toldOfPeriod } from './calls.ts'
import { PeriodBar } from './period-bar.tsx'

/** Activities of a period under their six pillars, each with its numbers and with what a reader of the report would miss. */
export function Pillars() {
  const t = useText()
  const labels = useLabels()
  const d = useDictionary()
  const offices = useOffices()
  const writing = useWritingOffice('activity')
  const [period, setPeriod] = useState<ShownPeriod>(() => ({ from: daysLater(localToday(), -30), to: localToday() }))
  const [office, setOffice] = useState<string | null>(null)
  const [onlyOpen, setOnlyOpen] = useState(false)
  const [adding, setAdding] = useState<Content | null>(null)
  const asked = { ...period, ...(office === null ? {} : { office }) }
  const { data, error } = useQuery({ queryKey: ['list', 'activity', asked], queryFn: () => toldOfPeriod(asked) })
  const told = (data?.activities ?? []) as unknown as readonly ShownActivity[]
  const open = new Set(told.filter(each => openIn(each, period)).map(({ activity }) => activity.id))
  const shown = onlyOpen ? told.filter(({ activity }) => open.has(activity.id)) : told
  const home = offices.all.find(({ id }) => id === writing)?.country
  const begin = (pillar: string): Content => ({ pillar, state: 'done', ...(home ? { countries: [home] } : {}) })
  return (
    <div className="stack">
      <PeriodBar period={period} onPeriod={setPeriod} office={office} onOffice={setOffice} />
      <Refused error={error} />
      {!data && !error && <Waiting lines={8} />}
      {data && (
        <div className="row ends">
          <p role="status">
            {t('activity.count', { count: told.length })} {t('activity.openCount', { count: open.size })}
          </p>
          {open.size > 0 && (
            <Checkbox
              label={t('activity.onlyOpen')}
              checked={onlyOpen}
              onChange={event => setOnlyOpen(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
      {data?.more && <p className="notice care">{t('activity.more')}</p>}
      {data &&
        (listOf(d, 'activity_pillar')?.codes ?? []).map(({ code }) => (
          <section key={code} className="pillar" data-pillar={code} aria-label={labels.code('activity_pillar', code)}>
            <div className="row ends">
              <h2>{labels.code('activity_pillar', code)}</h2>
              {writing !== null && (
                <Button
                  variant="default"
                  size="sm"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  aria-label={t('activity.addTo', { pillar: labels.code('activity_pillar', code) })}
                  onClick={() => setAdding(begin(code))}
                >
                  {t('activity.add')}
                </Button>
              )}
            </div>
            <Cards of={inPillar(shown, code)} period={period} />
          </section>
        ))}
      {adding !== null && writing !== null && (
        <OfficeRecordDialog
          type="activity"
          seen={null}
          office={writing}
          initial={adding}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  )
}

function Cards(props: { of: readonly ShownActivity[]; period: ShownPeriod }) {
  const t = useText()
  if (props.of.length === 0) return <p className="quiet">{t('activity.none')}</p>
  return (
    <ul className="activities">
      {props.of.map(({ activity, numbers }) => (
        <li key={activity.id} data-activity={activity.id}>
          <ActivityCard activity={activity} numbers={numbers} period={props.period} />
        </li>
      ))}
    </ul>
  )
}

const openIn = ({ activity, numbers }: ShownActivity, period: ShownPeriod): boolean =>
  findingsOf(activity.content, numbers, period).length > 0

const inPillar = (told: readonly ShownActivity[], pillar: string): ShownActivity[] =>
  told.filter(({ activity }) => activity.content.pillar === pillar).toSorted(byDate)

const byDate = (a: { activity: RecordView }, b: { activity: RecordView }): number => {
  const [x, y] = [plainText(a.activity.content.from), plainText(b.activity.content.from)]
  return x < y ? 1 : x > y ? -1 : 0
}
