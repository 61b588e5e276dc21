import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Dictionary } from '#dictionary/dictionary.ts'
import * as calls from '../api/calls.ts'
import type { LoadedDictionary } from './loaded-dictionary.ts'

/** The built-in dictionary is part of the app, in a file of its own; the organisation's additions come as data. */
async function load(): Promise<LoadedDictionary> {
  const [built, state] = await Promise.all([import('./dictionary.ts'), calls.dictionaryState()])
  return built.assemble(state)
}

export const useLoadedDictionary = () =>
  useQuery({ queryKey: ['dictionary'], queryFn: load, staleTime: 5 * 60_000, gcTime: Number.POSITIVE_INFINITY })

export const InForce = createContext<Dictionary | null>(null)

/** The dictionary in force. Only inside the desk. */
export function useDictionary(): Dictionary {
  const dictionary = useContext(InForce)
  if (!dictionary) throw new Error('useDictionary is for pages of the desk')
  return dictionary
}
