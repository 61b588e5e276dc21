import { createContext, useContext } from 'react'
import type { Place } from '../api/push.ts'

const nowhere: Place = { office: '', person: null, case: null }

/** Where the record being written belongs, so that a field can offer the other records of the same case. */
export const WritingPlace = createContext<Place>(nowhere)
export const useWritingPlace = (): Place => useContext(WritingPlace)
