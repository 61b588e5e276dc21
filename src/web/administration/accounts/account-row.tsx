import { Button, Menu } from '@mantine/core'
import {
  IconChevronDown,
  IconCircleCheck,
  IconCircleX,
  IconHourglass,
  IconShieldCheck,
  IconX,
} from '@tabler/icons-react'
import { useState } from 'react'
import { mayGrant } from '#access/granting.ts'
import { type RoleId, roles } from '#access/role.ts'
import { Refused } from '../../session/problem.tsx'
import { usePermissions } from '../../shell/me.ts'
import { useMe } from '../../shell/signed-in.ts'
import { useOffices } from '../../shell/offices.ts'
import { When } from '../../text/fmt.tsx'
import { useText } from '../../text/text.tsx'
import * as calls from '../calls.ts'
import { FormDialog } from '../dialog.tsx'
import { Devices } from './devices.tsx'
import { firstPassword, fromBrowser, type MadePassword } from './first-password.ts'
import { emptyGrant, GrantFields, wholeGrant } from './grant-fields.tsx'
import { useGrantWords } from './grant-words.ts'

type Asking = 'role' | 'devices' | 'password' | 'totp' | 'close' | null

export function AccountRow(props: {
  account: calls.Account
  onChanged: () => Promise<unknown>
  onPassword: (made: MadePassword) => void
}) {
  const t = useText()
  const me = useMe()
  const { account } = props
  const [asking, setAsking] = useState<Asking>(null)
  const [error, setError] = useState<unknown>(null)
  const own = account.id === me.id
  const act = async (call: () => Promise<unknown>) => {
    setError(null)
    try {
      await call()
      await props.onChanged()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const edit = (change: Parameters<typeof calls.editAccount>[1]) => calls.editAccount(account.id, change)
  return (
    <tr>
      <th scope="row">
        <bdi>{account.name}</bdi>
        <br />
        <bdi className="quiet small">{account.login}</bdi>
      </th>
      <td data-head={t('admin.account.roles')}>
        <HeldRoles account={account} act={act} />
        <Refused error={error} />
      </td>
      <td data-head={t('admin.account.seen')} className="short">
        {account.lastSeenAt === null ? (
          <span className="quiet">{t('admin.never')}</span>
        ) : (
          <When at={account.lastSeenAt} only="date" />
        )}
      </td>
      <td data-head={t('admin.account.state')} className="short">
        <State account={account} />
      </td>
      <td className="end">
        {own ? (
          <span className="quiet small">{t('admin.account.own')}</span>
        ) : (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button
                variant="default"
                size="sm"
                rightSection={<IconChevronDown size={16} aria-hidden />}
                aria-label={t('admin.account.actionsFor', { name: account.name })}
              >
                {t('admin.actions')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {account.state !== 'closed' && (
                <>
                  <Menu.Item onClick={() => setAsking('role')}>{t('admin.grant.give')}</Menu.Item>
                  <Menu.Item onClick={() => setAsking('devices')}>{t('admin.account.devices')}</Menu.Item>
                  <Menu.Item onClick={() => setAsking('password')}>{t('admin.account.reset')}</Menu.Item>
                  {account.totp && (
                    <Menu.Item onClick={() => setAsking('totp')}>{t('admin.account.removeTotp')}</Menu.Item>
                  )}
                  <Menu.Item onClick={() => setAsking('close')}>{t('admin.account.close')}</Menu.Item>
                </>
              )}
              {account.state === 'closed' && (
                <Menu.Item onClick={() => void act(() => edit({ state: 'active', version: account.version }))}>
                  {t('admin.account.reopen')}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
        {asking === 'role' && <GiveRole account={account} onClose={() => setAsking(null)} onDone={props.onChanged} />}
        {asking === 'devices' && <Devices account={account} onClose={() => setAsking(null)} />}
        {asking !== null && asking !== 'role' && asking !== 'devices' && (
          <Confirm
            asking={asking}
            account={account}
            onClose={() => setAsking(null)}
            onConfirm={async () => {
              const { version } = account
              // A refusal is often that the account changed meanwhile: the list is read again, and a second try counts.
              try {
                if (asking === 'password') {
                  const password = firstPassword(fromBrowser)
                  await edit({ password, version })
                  props.onPassword({ name: account.name, password })
                } else {
                  await edit(asking === 'close' ? { state: 'closed', version } : { removeTotp: true, version })
                }
                setAsking(null)
              } finally {
                await props.onChanged()
              }
            }}
          />
        )}
      </td>
    </tr>
  )
}

function State({ account }: { account: calls.Account }) {
  const t = useText()
  const active = account.state === 'active'
  return (
    <span className="stack tight">
      <span className={active ? 'meaning done' : 'meaning care'}>
        {active ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleX size={18} aria-hidden />}
        {t(`admin.state.${account.state}`)}
      </span>
      {account.totp && (
        <span className="meaning quiet">
          <IconShieldCheck size={18} aria-hidden /> {t('admin.account.totp')}
        </span>
      )}
    </span>
  )
}

function HeldRoles(props: { account: calls.Account; act: (call: () => Promise<unknown>) => Promise<void> }) {
  const t = useText()
  const words = useGrantWords()
  const offices = useOffices()
  const permissions = usePermissions()
  const { account } = props
  return (
    <ul className="grants">
      {account.grants.map(grant => {
        const given = { ...grant, role: grant.role as RoleId }
        const removable = account.state !== 'closed' && mayGrant(permissions, account.id, given).allowed
        return (
          <li key={grant.id}>
            <span>
              {words.role(grant.role)}, <bdi>{offices.nameOf(grant.office)}</bdi>{' '}
              {grant.scope !== 'office' && <span className="quiet small">({words.scope(grant.scope)})</span>}
              {grant.state === 'waiting' && (
                <span className="meaning care">
                  <IconHourglass size={16} aria-hidden /> {t('admin.grant.waiting')}
                </span>
              )}
            </span>
            {removable && roles.has(given.role) && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                className="remove"
                aria-label={t('admin.grant.removeOf', { role: words.role(grant.role), name: account.name })}
                onClick={() => void props.act(() => calls.removeGrant(account.id, grant.id))}
              >
                <IconX size={16} aria-hidden />
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function GiveRole(props: { account: calls.Account; onClose: () => void; onDone: () => Promise<unknown> }) {
  const t = useText()
  const [grant, setGrant] = useState(emptyGrant)
  const whole = wholeGrant(grant)
  return (
    <FormDialog
      title={t('admin.grant.giveTo', { name: props.account.name })}
      submit={t('admin.grant.give')}
      disabled={whole === null}
      onClose={props.onClose}
      onSubmit={async () => {
        if (whole === null) return
        await calls.giveGrant(props.account.id, whole)
        props.onClose()
        await props.onDone()
      }}
    >
      <GrantFields value={grant} account={props.account.id} onChange={setGrant} />
    </FormDialog>
  )
}

function Confirm(props: {
  asking: 'password' | 'totp' | 'close'
  account: calls.Account
  onClose: () => void
  onConfirm: () => Promise<unknown>
}) {
  const t = useText()
  const title = {
    password: 'admin.account.reset',
    totp: 'admin.account.removeTotp',
    close: 'admin.account.close',
  } as const
  const why = {
    password: 'admin.account.resetWhy',
    totp: 'admin.account.removeTotpWhy',
    close: 'admin.account.closeWhy',
  } as const
  return (
    <FormDialog
      title={t(title[props.asking])}
      submit={t(title[props.asking])}
      onSubmit={props.onConfirm}
      onClose={props.onClose}
    >
      <p>{t(why[props.asking], { name: props.account.name })}</p>
    </FormDialog>
  )
}
