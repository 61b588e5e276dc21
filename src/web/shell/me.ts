import { useMemo } from 'react'
import { type Permissions, permissionsOf } from '#access/permission.ts'
import type { RoleId } from '#access/role.ts'
import { useOffices } from './offices.ts'
import { useMe } from './signed-in.ts'

/** The same pure function as on the server decides which buttons there are; only the server's verdict counts. */
export function usePermissions(): Permissions {
  const me = useMe()
  const { tree } = useOffices()
  return useMemo(
    () =>
      permissionsOf(
        { id: me.id, kind: 'user', grants: me.grants.map(grant => ({ ...grant, role: grant.role as RoleId })) },
        tree,
      ),
    [me, tree],
  )
}

/** The office that new records belong to: the first of one's grants that may write a record of this type. */
export function useWritingOffice(type: string): string | null {
  const me = useMe()
  const permissions = usePermissions()
  const grant = me.grants.find(each => permissions.writable(type, { office: each.office, own: true }).size > 0)
  return grant?.office ?? null
}
