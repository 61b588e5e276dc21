import { Button } from '@mantine/core'
import { IconHourglass } from '@tabler/icons-react'
import { useState } from 'react'
import { mayApprove, mayGrant } from '#access/granting.ts'
import type { RoleId } from '#access/role.ts'
import { Refused } from '../../session/problem.tsx'
import { usePermissions } from '../../shell/me.ts'
import { useMe } from '../../shell/signed-in.ts'
import { useOffices } from '../../shell/offices.ts'
import { useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'
import { useGrantWords } from './grant-words.ts'

/** Roles with wide powers take two people. Whoever asked, and whoever receives, cannot be the second one. */
export function WaitingGrants(props: { accounts: readonly calls.Account[]; onDone: () => Promise<unknown> }) {
  const t = useText()
  const words = useGrantWords()
  const me = useMe()
  const permissions = usePermissions()
  const offices = useOffices()
  const [error, setError] = useState<unknown>(null)
  const waiting = props.accounts.flatMap(account =>
    account.grants.filter(({ state }) => state === 'waiting').map(grant => ({ account, grant })),
  )
  if (waiting.length === 0) return null
  const nameOf = (id: string | null) => props.accounts.find(account => account.id === id)?.name ?? t('admin.somebody')
  const act = async (call: () => Promise<unknown>) => {
    setError(null)
    try {
      await call()
      await props.onDone()
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <div className="sheet waiting-grants" role="region" aria-label={t('admin.waiting')}>
      <h3 className="meaning care">
        <IconHourglass size={18} aria-hidden /> {t('admin.waiting')}
      </h3>
      <ul>
        {waiting.map(({ account, grant }) => {
          const given = { ...grant, role: grant.role as RoleId }
          const mine = grant.askedBy === me.id
          const signable = mayApprove(permissions, { by: grant.askedBy ?? '', account: account.id, grant: given })
          return (
            <li key={grant.id}>
              <p>
                {t('admin.waiting.line', {
                  name: account.name,
                  role: words.role(grant.role),
                  office: offices.nameOf(grant.office),
                  by: nameOf(grant.askedBy),
                })}
              </p>
              <div className="row">
                {signable && (
                  <Button size="sm" onClick={() => void act(() => calls.approveGrant(grant.id))}>
                    {t('admin.waiting.sign')}
                  </Button>
                )}
                {!signable && (
                  <span className="quiet small">
                    {t(
                      mine
                        ? 'admin.waiting.notAsker'
                        : account.id === me.id
                          ? 'admin.waiting.notReceiver'
                          : 'admin.waiting.notYou',
                    )}
                  </span>
                )}
                {mayGrant(permissions, account.id, given).allowed && (
                  <Button
                    size="sm"
                    variant="default"
                    onClick={() => void act(() => calls.removeGrant(account.id, grant.id))}
                  >
                    {t(mine ? 'admin.waiting.withdraw' : 'admin.waiting.refuse')}
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <Refused error={error} />
    </div>
  )
}
