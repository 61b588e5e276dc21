import { Button } from '@mantine/core'
import { IconClockHour4, IconPlus } from '@tabler/icons-react'
import { balanceOf } from '#casework/reintegration/package.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { useList } from '../lists/use-list.ts'
import { Amount, Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { DeliveryLine } from './delivery-line.tsx'
import type { Edit } from './edit.ts'

/** What is left comes first: it is what a phone shows without scrolling. */
const amounts = ['left', 'ceiling', 'released', 'held'] as const

/** What may be given and what is left of it, a line to record the next delivery, and what was handed over. */
export function PackageSection({ open, onEdit }: { open: OpenCase; onEdit: Edit }) {
  const t = useText()
  const labels = useLabels()
  const projects = useList('project', { open: 'yes' })
  const items = open.file.records.filter(({ type }) => type === 'package_item')
  const deliveries = open.file.records
    .filter(({ type }) => type === 'delivery')
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
  const codeOf = (id: unknown) => {
    const code = projects.items.find(({ record }) => record.id === id)?.record.content['code']
    return typeof code === 'string' ? code : ''
  }
  const itemWords = (id: unknown) => {
    const kind = items.find(item => item.id === id)?.content.kind
    return typeof kind === 'string' ? labels.code('package_kind', kind) : ''
  }
  return (
    <section>
      <h2>{t('reintegration.package')}</h2>
      {items.length === 0 ? (
        <p className="quiet">{labels.empty('package_item')}</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('reintegration.packageTable')} tabIndex={0}>
          <table className="compare package">
            <thead>
              <tr>
                <th scope="col">{t('reintegration.item')}</th>
                {amounts.map(each => (
                  <th key={each} scope="col" className="end">
                    {t(`reintegration.${each}`)}
                  </th>
                ))}
                <th scope="col">{labels.field('package_item', 'project')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(item => {
                const balance = balanceOf(open.file, item)
                return (
                  <tr key={item.id} data-item={item.id}>
                    <td>
                      <button
                        type="button"
                        className="link-button"
                        onClick={() => onEdit({ type: 'package_item', record: item.id })}
                      >
                        {itemWords(item.id)}
                      </button>
                    </td>
                    {amounts.map(each => (
                      <td key={each} className={each === 'left' ? 'end left' : 'end'}>
                        {balance && <Amount money={balance[each]} />}
                      </td>
                    ))}
                    <td>
                      <Isolated>{codeOf(item.content.project)}</Isolated>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      {open.writable('package_item').has('open') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onEdit({ type: 'package_item', record: null })}
        >
          {t('reintegration.addItem')}
        </Button>
      )}
      {items.length > 0 && open.writable('delivery').has('open') && <DeliveryLine open={open} items={items} />}
      {deliveries.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
        <div className="scrolls" role="region" aria-label={t('reintegration.deliveriesTable')} tabIndex={0}>
          <table className="compare deliveries">
            <thead>
              <tr>
                {(['deliveredOn', 'item', 'what', 'amount', 'state'] as const).map(field => (
                  <th key={field} scope="col" className={field === 'amount' ? 'end' : undefined}>
                    {labels.field('delivery', field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {deliveries.map(({ id, content }) => (
                <tr key={id} data-delivery={id}>
                  <td>
                    <SayValue type="delivery" field="deliveredOn" value={content.deliveredOn} />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => onEdit({ type: 'delivery', record: id })}
                    >
                      {itemWords(content.item)}
                    </button>
                  </td>
                  <td>{isAnswered(content.what) && <SayValue type="delivery" field="what" value={content.what} />}</td>
                  <td className="end">
                    <SayValue type="delivery" field="amount" value={content.amount} />
                  </td>
                  <td>
                    {content.state === 'pending_over_ceiling' ? (
                      <span className="meaning care">
                        <IconClockHour4 size={18} aria-hidden />
                        <span>
                          <SayValue type="delivery" field="state" value={content.state} />{' '}
                          {isAnswered(content.overBy) && (
                            <SayValue type="delivery" field="overBy" value={content.overBy} />
                          )}
                        </span>
                      </span>
                    ) : (
                      <SayValue type="delivery" field="state" value={content.state} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const dayOf = ({ content, createdAt }: RecordView): string =>
  typeof content.deliveredOn === 'string' ? content.deliveredOn : createdAt
