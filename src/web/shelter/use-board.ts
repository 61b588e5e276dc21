import { useQueries, useQuery } from '@tanstack/react-query'
import { byCode, plainText } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'
import { useList } from '../lists/use-list.ts'
import * as calls from './calls.ts'

/** Under `list`, so that every saved change brings it up to date. */
const asked = (id: string) => ({ queryKey: ['list', 'board', id], queryFn: () => calls.board(id) })

/** One house today; nothing is asked for without a house. */
export const useBoard = (id: string | null) => useQuery({ ...asked(id ?? ''), enabled: id !== null })

/** The houses that are open, by code name, and the boards of those that have arrived. */
export function useHouses() {
  const list = useList('shelter', { open: 'yes' })
  const houses = list.items
    .map(({ record }) => record as RecordView)
    .toSorted((a, b) => byCode(plainText(a.content.code), plainText(b.content.code)))
  return { ...list, houses }
}

export function useBoards(houses: readonly RecordView[]) {
  const boards = useQueries({ queries: houses.map(({ id }) => asked(id)) })
  return {
    boards: boards.flatMap(({ data }) => (data ? [data] : [])),
    waiting: boards.some(({ data, error }) => !data && !error),
    error: boards.find(({ error }) => error)?.error ?? null,
  }
}
