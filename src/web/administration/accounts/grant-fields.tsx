import { Select } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { mayGrant } from '#access/granting.ts'
import { type RoleId, roles, type Scope } from '#access/role.ts'
import { usePermissions } from '../../shell/me.ts'
import { useOffices } from '../../shell/offices.ts'
import { useText } from '../../text/text.tsx'
import type { Grant } from '../calls.ts'
import { useGrantWords } from './grant-words.ts'

export interface DraftGrant {
  readonly role: string | null
  readonly office: string | null
  readonly scope: Scope | null
}

export const emptyGrant: DraftGrant = { role: null, office: null, scope: null }

export const wholeGrant = ({ role, office, scope }: DraftGrant): Grant | null =>
  role === null || office === null || scope === null ? null : { role, office, scope }

/** Which role, where, how far. Only what the giver may give is offered; the server asks the same function again. */
export function GrantFields(props: {
  value: DraftGrant
  /** The account that receives it; null for one that does not exist yet. */
  account: string | null
  /** Programs never manage accounts. */
  program?: boolean
  onChange: (grant: DraftGrant) => void
}) {
  const t = useText()
  const words = useGrantWords()
  const permissions = usePermissions()
  const offices = useOffices()
  const { value } = props
  const role = value.role === null ? undefined : roles.get(value.role as RoleId)
  const managed = permissions.reach('manage_users')
  const scopes = role?.scopes ?? []
  const verdict =
    role && value.office && value.scope
      ? mayGrant(permissions, props.account ?? '', { role: role.id, office: value.office, scope: value.scope })
      : null
  return (
    <fieldset className="stack">
      <legend className="for-readers">{t('admin.role')}</legend>
      <Select
        label={t('admin.role')}
        required
        withAsterisk={false}
        allowDeselect={false}
        searchable
        data={[...roles.values()]
          .filter(each => !each.internal && !(props.program && each.verbs.includes('manage_users')))
          .map(each => ({ value: each.id, label: words.role(each.id) }))}
        value={value.role}
        description={role ? words.about(role.id) : undefined}
        onChange={id => {
          const next = id === null ? undefined : roles.get(id as RoleId)
          const scope = value.scope !== null && next?.scopes.includes(value.scope) ? value.scope : null
          props.onChange({ ...value, role: id, scope: scope ?? fitting(next?.scopes ?? []) })
        }}
      />
      <Select
        label={t('admin.office')}
        required
        withAsterisk={false}
        allowDeselect={false}
        searchable
        data={offices.all
          .filter(each => managed.all || managed.offices.includes(each.id))
          .map(each => ({ value: each.id, label: each.name }))}
        value={value.office}
        onChange={office => props.onChange({ ...value, office })}
      />
      <Select
        label={t('admin.scope')}
        required
        withAsterisk={false}
        allowDeselect={false}
        disabled={role === undefined}
        data={scopes
          .filter(each => each !== 'all' || managed.all)
          .map(each => ({ value: each, label: words.scope(each) }))}
        value={value.scope}
        onChange={scope => props.onChange({ ...value, scope: scope as Scope | null })}
      />
      {verdict?.needsSecond && (
        <p className="meaning care">
          <IconUsers size={18} aria-hidden /> {t('admin.needsSecond')}
        </p>
      )}
    </fieldset>
  )
}

const fitting = (scopes: readonly Scope[]): Scope | null =>
  scopes.includes('office') ? 'office' : scopes.length === 1 ? (scopes[0] ?? null) : null
