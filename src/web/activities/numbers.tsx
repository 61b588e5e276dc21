import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useIntl } from 'react-intl'
import { accumulationOf } from '#casework/activity/output.ts'
import { numbersIn } from '#casework/activity/reading.ts'
import type { RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { OfficeRecordDialog } from '../leads/record-list.tsx'
import { usePermissions } from '../shell/me.ts'
import { useMe } from '../shell/signed-in.ts'
import { usePartialDate } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { ShownPeriod } from './calls.ts'
import { breakdowns, hiddenFor } from './measures.ts'
import { useDictionary } from '../shell/words.ts'

/** The numbers that the report of this period tells; an earlier one that was replaced is not among them. */
export function Numbers(props: { numbers: readonly RecordView[]; period: ShownPeriod; title: string }) {
  const t = useText()
  const labels = useLabels()
  const d = useDictionary()
  const intl = useIntl()
  const me = useMe()
  const permissions = usePermissions()
  const time = useTime()
  const [editing, setEditing] = useState<RecordView | null>(null)
  const told = numbersIn(props.numbers, props.period)
  if (told.length === 0) return null
  return (
    <>
      <table className="numbers" aria-label={t('activity.numbersOf', { title: props.title })}>
        <thead>
          <tr>
            <th scope="col">{labels.field('activity_number', 'number')}</th>
            <th scope="col">{labels.field('activity_number', 'measure')}</th>
            <th scope="col">{labels.field('activity_number', 'accumulation')}</th>
          </tr>
        </thead>
        <tbody>
          {told.map(number => {
            const { content } = number
            const of = breakdowns
              .filter(({ field }) => isAnswered(content[field]))
              .map(({ field, list }) => labels.code(list, plainText(content[field])))
            const what = [labels.code('output_measure', plainText(content.measure)), ...of].join(', ')
            const said = typeof content.number === 'number' ? intl.formatNumber(content.number) : ''
            const exact =
              content.qualifier === 'over' || content.qualifier === 'approximately' ? content.qualifier : null
            const own = permissions.writable('activity_number', { office: number.office, own: number.author === me.id })
            return (
              <tr key={number.id} data-number={number.id}>
                <td className="end">{exact === null ? said : t(`activity.qualified.${exact}`, { n: said })}</td>
                <td>
                  {own.has('open') ? (
                    <UnstyledButton className="link-like" onClick={() => setEditing(number)}>
                      {what}
                    </UnstyledButton>
                  ) : (
                    what
                  )}
                </td>
                <td className="quiet">{time(number)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {editing && (
        <OfficeRecordDialog
          type="activity_number"
          seen={editing}
          office={editing.office}
          hide={['activity', ...hiddenFor(d, editing.content.measure)]}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

/** Over which time: “in May 2022”, “as of 3 June 2022”, “up to 8 June 2022”, “since 25 March 2022”. */
function useTime(): (number: RecordView) => string {
  const t = useText()
  const say = usePartialDate()
  return ({ content }) => {
    const [from, to] = [plainText(content.from), plainText(content.to)]
    const way = accumulationOf(content)
    if (way === null) return ''
    if (way === 'in_period')
      return from === '' || from === to ? say(to) : t('activity.time.span', { from: say(from), to: say(to) })
    return t(`activity.time.${way}`, { day: say(way === 'since' ? from : to) })
  }
}
