import type { Held } from '#figures/proof/against.ts'
import type { HeldReport } from './held.ts'
import type { Count } from './report.ts'
import { reportWords } from './words.ts'

/** Nothing differs from what was published, nor from what is counted now. */
export const holds = ({ published, now }: HeldReport): boolean =>
  now.differing.length === 0 && (published === null || published.held.differing.length === 0)

/** What was found, for a terminal: first against what was published, then against what is counted now. */
export function heldText({ published, now, cutOff }: HeldReport): string {
  const then =
    published === null
      ? ['As published: nothing was published with this file that you may see.']
      : [
          `As published: ${published.same ? 'this is the file' : 'this is not the file'} of “${published.publication.title}”, published ${published.publication.publishedAt}${published.same ? ', to the byte' : ''}.`,
          ...lines(published.held, 'published'),
        ]
  return [...then, `As now: the file was counted up to ${cutOff}.`, ...lines(now, 'now')].join('\n')
}

const why = {
  not_counted: 'not counted from the register',
  not_there: 'not in the publication',
  cannot_be_asked: 'its question cannot be asked any more',
} as const

function lines({ compared, differing, notCompared }: Held, found: string): string[] {
  return [
    `  ${differing.length} of ${compared} figures differ.`,
    ...differing.flatMap(({ number, caption, differs }) => [
      `  Figure ${number}. ${caption}`,
      ...differs.map(
        each => `    ${each.label ?? 'base'}: printed ${said(each.printed)}, ${found} ${said(each.found)}`,
      ),
    ]),
    ...notCompared.map(each => `  Not compared: figure ${each.number}, ${each.caption} (${why[each.why]})`),
  ]
}

const words = reportWords('en', 'ltr')
const said = (n: Count): string => words.count(n)
