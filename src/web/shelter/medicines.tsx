import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { dosesDue } from '#casework/shelter/medication.ts'
import type { Editing } from '../case/record-dialog.tsx'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import { useLabels, useText } from '../text/text.tsx'
import { DoseLines } from './dose-lines.tsx'
import { houseClock, useHouseClock } from './house-clock.ts'

/** What this person takes, when, and what became of the doses since yesterday. */
export function Medicines(props: { open: OpenCase; stay: RecordView | null; onEdit: (editing: Editing) => void }) {
  const t = useText()
  const labels = useLabels()
  const now = useHouseClock()
  const { open, stay, onEdit } = props
  const all = open.file.records.filter(({ type }) => type === 'medicine')
  const doses = open.file.records.filter(({ type }) => type === 'dose')
  const writes = open.writable('medicine').has('open')
  const due = all
    .filter(({ content }) => content.stay === stay?.id)
    .flatMap(medicine => dosesDue(medicine, doses, { now, since: houseClock(new Date(medicine.createdAt)) }))
    .toSorted((a, b) => (`${a.day} ${a.hour}` < `${b.day} ${b.hour}` ? -1 : 1))
  return (
    <section>
      <h2>{t('shelter.medicines')}</h2>
      {all.length === 0 && <p className="quiet">{labels.empty('medicine')}</p>}
      <ul className="house-book">
        {all.toReversed().map(({ id, content }) => (
          <li key={id}>
            <button type="button" className="link-button" onClick={() => onEdit({ type: 'medicine', record: id })}>
              <SayValue type="medicine" field="name" value={content.name} />
            </button>
            <p className="small">
              {isAnswered(content.hours) ? (
                <SayValue type="medicine" field="hours" value={content.hours} />
              ) : (
                t('shelter.whenNeeded')
              )}
              {isAnswered(content.days) && (
                <>
                  {' · '}
                  <SayValue type="medicine" field="days" value={content.days} />
                </>
              )}
              {' · '}
              {t('shelter.since')} <SayValue type="medicine" field="from" value={content.from} />
              {isAnswered(content.until) && (
                <>
                  {' – '}
                  <SayValue type="medicine" field="until" value={content.until} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {due.length > 0 && <DoseLines doses={due} today={now.day} writes={open.writable('dose').size > 0} />}
      {stay && writes && (
        <div className="row">
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() =>
              onEdit({
                type: 'medicine',
                record: null,
                initial: { stay: stay.id, from: localToday() },
                hide: ['stay'],
              })
            }
          >
            {t('shelter.addMedicine')}
          </Button>
        </div>
      )}
    </section>
  )
}
