import type { CaseFile } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { conclusionInForce } from './determination.ts'
import { isAsserted } from './source.ts'

export type Category = 'trafficked' | 'exploited_migrant' | 'vulnerable_migrant'

/**
 * The category a case is counted under. Help begins as vulnerable migrant; only a confirmed determination counts a
 * person as trafficked, except where an outside source asserts it. The same case moves, no second case is opened.
 */
export function categoryCounted(file: CaseFile): Category {
  const conclusion = conclusionInForce(file)
  if (conclusion === 'confirmed') return 'trafficked'
  const { category } = file.case.content
  const declared = isAnswered(category) ? category : null
  if (declared === 'exploited_migrant') return 'exploited_migrant'
  const asserted = declared === 'trafficked' && conclusion !== 'not_trafficked' && isAsserted(file.case)
  return asserted ? 'trafficked' : 'vulnerable_migrant'
}
