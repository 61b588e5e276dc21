import type { CodeList } from '../code-list.ts'
import { assistanceLists } from './assistance.ts'
import { caseLists } from './case.ts'
import { countryLists } from './country.ts'
import { evidenceLists } from './evidence.ts'
import { exploitationLists } from './exploitation.ts'
import { hotlineLists } from './hotline.ts'
import { personLists } from './person.ts'
import { protectionLists } from './protection.ts'
import { recruitmentLists } from './recruitment.ts'

/** Every built-in code list, by subject. */
export const allLists: readonly CodeList[] = [
  ...countryLists,
  ...personLists,
  ...caseLists,
  ...evidenceLists,
  ...exploitationLists,
  ...recruitmentLists,
  ...protectionLists,
  ...assistanceLists,
  ...hotlineLists,
]
