import { itemsOf, sharedFields } from '#casework/referral/minimum-data.ts'
import type { Content } from '#dictionary/answer.ts'
import { SayValue } from '../case/say-value.tsx'
import type { OpenCase } from '../case/use-case.ts'
import { useLabels, useText } from '../text/text.tsx'
import { emptyItems, handedOverCounts } from './sending.ts'

/** What leaves, word for word, before it leaves. */
export function Leaving({ open, content }: { open: OpenCase; content: Content }) {
  const t = useText()
  const labels = useLabels()
  const fields = sharedFields(open.file, content)
  const empty = emptyItems(open, content, itemsOf(content.shared))
  const mission = content.recipientKind === 'own_mission'
  return (
    <section className="leaving" aria-label={t('composer.leaves')}>
      <h3>{t('composer.leaves')}</h3>
      {fields.length === 0 ? (
        <p className="quiet">{t('composer.leavesNothing')}</p>
      ) : (
        <dl className="facts">
          {fields.map(({ type, field, value }) => (
            <div key={`${type}.${field}`}>
              <dt>{labels.field(type, field)}</dt>
              <dd>
                <SayValue type={type} field={field} value={value} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {empty.length > 0 && (
        <p className="quiet small">
          {t('composer.notRecorded', { items: empty.map(item => labels.code('shared_item', item)).join(', ') })}
        </p>
      )}
      {mission && (
        <>
          <p>{t('composer.missionSees')}</p>
          <ul>
            {handedOverCounts(open, itemsOf(content.handedOver)).map(([type, count]) => (
              <li key={type}>{t('composer.records', { type: labels.code('handed_over', type), count })}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
