import { Button } from '@mantine/core'
import { IconAlertCircle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { unmitigatedHighRisks } from '#casework/assessment/risk.ts'
import { consentInForce } from '#casework/consent.ts'
import { problemOf, type ReadinessItem } from '#casework/return/readiness.ts'
import type { RecordView } from '#changes/change.ts'
import type { Editing } from '../case/record-dialog.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { localToday } from '../form/today.ts'
import type { Edit } from '../reintegration/edit.ts'
import { useProblemText } from '../text/problem.ts'
import { useText } from '../text/text.tsx'

const looks = {
  green: { icon: IconCircleCheck, tone: 'done' },
  missing: { icon: IconAlertCircle, tone: 'care' },
  blocking: { icon: IconCircleX, tone: 'stop' },
} as const
const order = ['blocking', 'missing', 'green'] as const

/** Every item of readiness: what stands in the way first, each with what to do and whose work it is. */
export function ReadinessList(props: {
  open: OpenCase
  movement: RecordView
  list: readonly ReadinessItem[]
  onEdit: Edit
}) {
  const { open, movement, list, onEdit } = props
  const t = useText()
  const say = useProblemText()
  const left = list.filter(({ state }) => state !== 'green').length
  const sorted = list.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
  return (
    <div className="stack">
      <h3>{t('return.readiness')}</h3>
      <p className="quiet" role="status">
        {left === 0 ? t('return.ready') : t('return.left', { left, all: list.length })}
      </p>
      <ul className="readiness">
        {sorted.map(each => {
          const { icon: Icon, tone } = looks[each.state]
          const name = t(`return.item.${each.item}`)
          return (
            <li key={each.item} data-item={each.item} data-state={each.state}>
              <div className="readiness-head">
                <strong>{name}</strong>
                <span className={`meaning ${tone}`}>
                  <Icon size={18} aria-hidden /> {t(`return.${each.state}`)}
                </span>
              </div>
              {each.state !== 'green' && (
                <>
                  <p className="small">
                    {say({ code: problemOf(each) })}
                    <span className="quiet settled-by">{t('return.settledBy', { role: t(`role.${each.role}`) })}</span>
                  </p>
                  {open.writable(each.type).has('open') && (
                    <Button
                      variant="default"
                      size="sm"
                      aria-label={t('return.settleItem', { item: name })}
                      onClick={() => onEdit(settling(open, movement, each))}
                    >
                      {t('return.settle')}
                    </Button>
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** The form in which an item is settled, begun with what is known already. */
function settling(open: OpenCase, movement: RecordView, { item, type }: ReadinessItem): Editing {
  const { from, to } = movement.content
  if (type === 'movement') return { type, record: movement.id }
  if (type === 'consent') {
    const { record } = consentInForce(open.file, 'return', { today: localToday() })
    return record
      ? { type, record: record.id }
      : { type, record: null, initial: { purpose: 'return', form: 'written', givenOn: localToday() } }
  }
  if (type === 'mitigation')
    return { type, record: null, initial: { risk: unmitigatedHighRisks(open.file)[0]?.id ?? null, state: 'planned' } }
  if (type === 'guardian')
    return { type, record: null, initial: { country: (item === 'guardian_there' ? to : from) ?? null } }
  if (type === 'movement_leg')
    return { type, record: null, initial: { movement: movement.id, from: from ?? null, to: to ?? null } }
  return { type, record: null }
}
