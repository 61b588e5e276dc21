import { Button, Select, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as shared from '../../api/calls.ts'
import { type Kept, partsOf } from '../../lists/kept.ts'
import { SavedFilters } from '../../lists/saved-filters.tsx'
import { Refused } from '../../session/problem.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { When } from '../../text/fmt.tsx'
import { useLabels, useMaybeText, useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** Who opened whose file: by person (the id, never a name) or by member of staff. */
export function ReadLog() {
  const t = useText()
  const maybe = useMaybeText()
  const labels = useLabels()
  const [text, setText] = useState('')
  const [account, setAccount] = useState<string | null>(null)
  const person = text.trim()
  const wrong = person !== '' && !isId(person)
  const by = { ...(person && !wrong ? { person } : {}), ...(account ? { account } : {}) }
  const staff = useQuery({ queryKey: ['staff', 'all'], queryFn: () => shared.staff(), retry: false })
  const found = useInfiniteQuery({
    queryKey: ['read-log', by],
    queryFn: ({ pageParam }) => calls.readLog(by, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const take = (kept: Kept) => {
    const asked = partsOf(kept, ['person', 'account'])
    setText(asked.person ?? '')
    setAccount(asked.account ?? null)
  }
  const lines = found.data?.pages.flatMap(page => page.items) ?? []
  return (
    <section>
      <h2>{t('admin.reads')}</h2>
      <p className="quiet">{t('admin.reads.about')}</p>
      <div className="row filters">
        <TextInput
          label={t('admin.reads.person')}
          description={t('admin.reads.personHelp')}
          spellCheck={false}
          error={wrong ? t('admin.reads.notId') : undefined}
          value={text}
          onChange={event => setText(event.currentTarget.value)}
        />
        <Select
          label={t('admin.reads.staff')}
          searchable
          clearable
          data={(staff.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={account}
          onChange={setAccount}
        />
        <SavedFilters list="read_log" filter={by} onPick={take} />
      </div>
      <Refused error={found.error} />
      {!found.data && !found.error && <Waiting />}
      {found.data && lines.length === 0 && <p className="quiet">{t('admin.reads.none')}</p>}
      {lines.length > 0 && (
        <table className="compare rows">
          <caption className="for-readers">{t('admin.reads')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.when')}</th>
              <th scope="col">{t('admin.who')}</th>
              <th scope="col">{t('admin.reads.did')}</th>
              <th scope="col">{t('admin.reads.whose')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <tr key={`${line.at} ${at}`}>
                <td data-head={t('admin.when')}>
                  <When at={line.at} />
                </td>
                <td data-head={t('admin.who')}>
                  <bdi>{line.accountName}</bdi>
                </td>
                <td data-head={t('admin.reads.did')}>
                  {maybe(`read.${line.action}`) ?? line.action}
                  {line.action === 'list' && <span className="quiet"> · {labels.plural(line.purpose)}</span>}
                  {line.action === 'open_address' && (
                    <span className="quiet"> · {maybe(`shelter.purpose.${line.purpose}`)}</span>
                  )}
                </td>
                <td data-head={t('admin.reads.whose')}>
                  {line.person === null ? (
                    <bdi className="id quiet">{line.record ?? '–'}</bdi>
                  ) : (
                    <Button
                      className="id-button"
                      variant="subtle"
                      size="compact-sm"
                      title={t('admin.reads.only')}
                      onClick={() => setText(line.person ?? '')}
                    >
                      <bdi className="id">{line.person}</bdi>
                    </Button>
                  )}
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
