import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Value } from '#dictionary/answer.ts'
import * as calls from '../api/calls.ts'
import { Refused } from '../session/problem.tsx'
import { Isolated, When } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import { SayValue } from './say-value.tsx'
import type { OpenCase } from './use-case.ts'

/** Who changed what, when: each accepted change of one record, newest first. */
export function RecordHistory(props: { open: OpenCase; record: string }) {
  const t = useText()
  const labels = useLabels()
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['case', props.open.id, 'history'],
    queryFn: ({ pageParam }) => calls.history(props.open.id, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  })
  if (error) return <Refused error={error} />
  const entries = (data?.pages ?? [])
    .flatMap(page => page.items)
    .filter(entry => entry.record === props.record)
    .sort((a, b) => b.version - a.version)
  return (
    <div className="stack">
      <ol className="history">
        {entries.map(entry => (
          <li key={entry.id}>
            <p>
              <strong>
                <Isolated>{entry.authorName || t('history.system')}</Isolated>
              </strong>{' '}
              <span className="quiet">
                <When at={entry.receivedAt} />
                {entry.merged && ` · ${t('history.merged')}`}
              </span>
            </p>
            <dl className="answers">
              {entry.fields.map(field => (
                <div key={field}>
                  <dt>{labels.field(entry.type, field)}</dt>
                  <dd>
                    {entry.set && Object.hasOwn(entry.set, field) ? (
                      <SayValue
                        type={entry.type}
                        field={field}
                        value={entry.set[field] as Value}
                        staffName={props.open.staffName}
                      />
                    ) : (
                      <span className="quiet">{t('history.hidden')}</span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  )
}
