import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Refused } from '../../session/problem.tsx'
import { useOffices } from '../../shell/offices.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { When } from '../../text/fmt.tsx'
import { useLabels, useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'

/** Who changed which fields of which record; never the values. */
export function ChangeLog() {
  const t = useText()
  const labels = useLabels()
  const offices = useOffices()
  const found = useInfiniteQuery({
    queryKey: ['change-log'],
    queryFn: ({ pageParam }) => calls.changeLog(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  if (found.error) return <Refused error={found.error} />
  if (!found.data) return <Waiting />
  const lines = found.data.pages.flatMap(page => page.items)
  return (
    <section>
      <h2>{t('admin.changes')}</h2>
      <p className="quiet">{t('admin.changes.about')}</p>
      {lines.length === 0 && <p className="quiet">{t('admin.changes.none')}</p>}
      {lines.length > 0 && (
        <table className="compare rows">
          <caption className="for-readers">{t('admin.changes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.when')}</th>
              <th scope="col">{t('admin.who')}</th>
              <th scope="col">{t('admin.record')}</th>
              <th scope="col">{t('admin.changes.fields')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <tr key={line.id}>
                <td data-head={t('admin.when')}>
                  <When at={line.receivedAt} />
                </td>
                <td data-head={t('admin.who')}>
                  <bdi>{line.accountName || t('admin.machine')}</bdi>
                  <br />
                  <bdi className="quiet small">{offices.nameOf(line.office)}</bdi>
                </td>
                <td data-head={t('admin.record')}>
                  {labels.type(line.type)}{' '}
                  <span className="quiet small">{t('admin.changes.version', { n: line.version })}</span>
                  <br />
                  <bdi className="id quiet">{line.record}</bdi>
                </td>
                <td data-head={t('admin.changes.fields')}>
                  {line.fields.map(field => labels.field(line.type, field)).join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </section>
  )
}
