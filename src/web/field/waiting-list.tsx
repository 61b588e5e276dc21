import { Button } from '@mantine/core'
import { IconCircleCheck, IconClockHour4 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Waiting } from '#field/carried.ts'
import { useProblemText } from '../text/problem.ts'
import { When } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { letGo } from './phone.ts'
import type { Phone } from './state.ts'

/** One line a record: it waits, the server has it, or the server did not take it and says why. */
export function WaitingList({ phone }: { phone: Extract<Phone, { readonly state: 'open' }> }) {
  const t = useText()
  const labels = useLabels()
  const waiting = phone.waiting.filter(each => each.refused.length === 0)
  const refused = phone.waiting.filter(each => each.refused.length > 0)
  const records = Map.groupBy(waiting, ({ change }) => change.record)
  return (
    <>
      <p data-records-waiting={records.size}>
        {records.size === 0 ? t('phone.waitingNone') : t('phone.waiting', { count: records.size })}
      </p>
      {records.size > 0 && (
        <ul className="lines">
          {[...records].map(([record, [first]]) => (
            <li key={record} className="meaning care">
              <IconClockHour4 size={18} aria-hidden /> {labels.type(first?.change.type ?? '')}{' '}
              <span className="quiet small">
                {t('phone.since')} <When at={first?.change.madeAt ?? ''} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {phone.files > 0 && (
        <p className="meaning care" data-files-waiting={phone.files}>
          <IconClockHour4 size={18} aria-hidden /> {t('phone.files', { count: phone.files })}
        </p>
      )}
      {phone.sent.length > 0 && (
        <p className="meaning done" data-sent={phone.sent.length}>
          <IconCircleCheck size={18} aria-hidden /> {t('phone.sent', { count: phone.sent.length })}
        </p>
      )}
      {refused.length > 0 && <NotTaken refused={refused} />}
    </>
  )
}

function NotTaken({ refused }: { refused: readonly Waiting[] }) {
  const t = useText()
  const labels = useLabels()
  const say = useProblemText()
  return (
    <div className="notice stop">
      <div>
        <h3>{t('phone.refusedTitle')}</h3>
        <p>{t('phone.refusedHow')}</p>
        <ul>
          {refused.map(({ change, refused: problems }) => (
            <li key={change.id}>
              <strong>{labels.type(change.type)}</strong>: {problems.map(say).join(' ')}
              <div className="row">
                {change.case !== null && (
                  <Link to="/cases/$id" params={{ id: change.case }}>
                    {t('phone.openCase')}
                  </Link>
                )}
                <Button size="xs" variant="default" onClick={() => void letGo(change.id)}>
                  {t('phone.letGo')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
