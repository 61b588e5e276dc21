import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type OfficeTree, officeTree } from '#access/office-tree.ts'
import * as calls from '../api/calls.ts'
import { useMe } from './signed-in.ts'

export interface OfficeBook {
  readonly all: readonly calls.Office[]
  readonly tree: OfficeTree
  nameOf(id: string): string
}

/** The offices of the organisation. Until they are here, those of one's own grants stand without a name. */
export function useOffices(): OfficeBook {
  const me = useMe()
  const { data } = useQuery({ queryKey: ['offices'], queryFn: calls.offices, staleTime: 5 * 60_000 })
  return useMemo(() => {
    const all = data?.items ?? []
    const known = new Map(all.map(office => [office.id, office]))
    const rows = [
      ...all.map(({ id, parent }) => ({ id, parent })),
      ...me.grants.filter(grant => !known.has(grant.office)).map(grant => ({ id: grant.office, parent: null })),
    ]
    return { all, tree: officeTree(rows), nameOf: id => known.get(id)?.name ?? '' }
  }, [data, me])
}
