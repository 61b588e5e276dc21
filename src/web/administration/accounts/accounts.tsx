import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Refused } from '../../session/problem.tsx'
import { Waiting } from '../../shell/waiting.tsx'
import { useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'
import { Once } from '../once.tsx'
import { AccountRow } from './account-row.tsx'
import { AddAccount } from './add-account.tsx'
import type { MadePassword } from './first-password.ts'
import { WaitingGrants } from './waiting-grants.tsx'

/** Who may sign in, with which roles; and the roles that wait for a second signature, first of all. */
export function Accounts() {
  const t = useText()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<MadePassword | null>(null)
  const [wanted, setWanted] = useState('')
  const found = useInfiniteQuery({
    queryKey: ['accounts'],
    queryFn: ({ pageParam }) => calls.accounts(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.next,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: ['accounts'] })
  const all = found.data?.pages.flatMap(page => page.items) ?? []
  const text = wanted.trim().toLocaleLowerCase()
  const listed = all
    .filter(({ name, login }) => `${name} ${login}`.toLocaleLowerCase().includes(text))
    .toSorted((a, b) => Number(a.state === 'closed') - Number(b.state === 'closed'))
  if (found.error) return <Refused error={found.error} />
  if (!found.data) return <Waiting />
  return (
    <section>
      <div className="row ends">
        <h2>{t('admin.accounts')}</h2>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('admin.account.add')}
        </Button>
      </div>
      {shown && (
        <Once
          about={t('admin.account.password', { name: shown.name })}
          secret={shown.password}
          onDone={() => setShown(null)}
        />
      )}
      <WaitingGrants accounts={all} onDone={refresh} />
      <TextInput
        className="filter"
        aria-label={t('admin.account.filter')}
        placeholder={t('admin.account.filter')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={wanted}
        onChange={event => setWanted(event.currentTarget.value)}
      />
      <table className="compare rows accounts">
        <caption className="for-readers">{t('admin.accounts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('admin.account.name')}</th>
            <th scope="col">{t('admin.account.roles')}</th>
            <th scope="col">{t('admin.account.seen')}</th>
            <th scope="col">{t('admin.account.state')}</th>
            <th scope="col">
              <span className="for-readers">{t('admin.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {listed.map(account => (
            <AccountRow key={account.id} account={account} onChanged={refresh} onPassword={setShown} />
          ))}
        </tbody>
      </table>
      {listed.length === 0 && <p className="quiet">{t('admin.account.none')}</p>}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
      {adding && (
        <AddAccount
          onClose={() => setAdding(false)}
          onAdded={made => {
            setAdding(false)
            setShown(made)
            void refresh()
          }}
        />
      )}
    </section>
  )
}
