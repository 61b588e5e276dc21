import { call, RefusalError } from '../api/client.ts'
import type { DeviceShelf } from './shelf.ts'

interface Page {
  readonly items: readonly { readonly record: { readonly id: string } }[]
  readonly next: string | null
}

const hour = 3_600_000
/** No address of the server. */
const mark = 'took along at'

/** Surveys of which the questions come along: the newest, as the page shows them. */
const surveys = 'lists/survey?order=newest'
const questionsOf = (survey: string) => `lists/survey_form?at=${survey}&order=newest`

/**
 * Fetches what is needed on the way besides cases: the directory of services, and the questions of surveys. Kept under the addresses that their
 * pages ask for. What the reader may not see is left out; a line that drops ends it, and the next one goes on. At most once an hour.
 */
export async function takeAlong(shelf: DeviceShelf): Promise<void> {
  const before = await tookAlongAt(shelf)
  if (before !== null && Date.now() - Date.parse(before) < hour) return
  const take = async (path: string): Promise<Page | null> => {
    try {
      const page = await call<Page>('GET', path, undefined, { server: true, quiet: true })
      await shelf.keepAnswer(path, page)
      return page
    } catch (error) {
      if (error instanceof RefusalError && (error.status === 403 || error.status === 404)) return null
      throw error
    }
  }
  let after: string | null = null
  do {
    const asked: URLSearchParams = new URLSearchParams({
      open: 'yes',
      limit: '200',
      ...(after === null ? {} : { after }),
    })
    const page: Page | null = await take(`lists/provider?${asked.toString()}`)
    after = page?.next ?? null
  } while (after !== null)
  for (const { record } of (await take(surveys))?.items ?? []) await take(questionsOf(record.id))
  await shelf.keepAnswer(mark, new Date().toISOString())
}

/** When that was last done to the end; an instant, ISO. */
export const tookAlongAt = async (shelf: DeviceShelf): Promise<string | null> =>
  ((await shelf.answer(mark)) as string | null) ?? null
