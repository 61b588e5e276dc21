import { IconCircleCheck, IconCircleX, IconHandStop, IconQuestionMark } from '@tabler/icons-react'
import type { ConsentState } from '#casework/consent.ts'
import type { TextKey } from '../text/text.tsx'

/** How a consent looks wherever it is shown: an icon, a meaning, a word. */
export const consentLooks: Readonly<
  Record<ConsentState, { icon: typeof IconCircleCheck; tone: string; text: TextKey }>
> = {
  yes: { icon: IconCircleCheck, tone: 'done', text: 'consent.yes' },
  no: { icon: IconCircleX, tone: 'stop', text: 'consent.no' },
  withdrawn: { icon: IconHandStop, tone: 'stop', text: 'consent.withdrawn' },
  never_asked: { icon: IconQuestionMark, tone: 'quiet', text: 'consent.neverAsked' },
}
