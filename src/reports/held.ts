import type { Actor } from '#access/permission.ts'
import { countedNow, type Held, heldAgainst, type PrintedFigure, printedThen } from '#figures/proof/against.ts'
import { type Publication, publicationLike, publishedReport } from '#register/publications.ts'
import type { Register } from '#register/register.ts'
import { inWork } from '#register/work.ts'
import { goingOn, type Making } from './make.ts'
import { figuresOf, type Report } from './report.ts'

/** A report's figures.json that somebody holds: with what was published, and with what is counted now. */
export interface HeldReport {
  /** Null: nothing was published with it that the reader may see. */
  readonly published: {
    readonly publication: Publication
    /** The file is the published one to the byte. */
    readonly same: boolean
    readonly held: Held
  } | null
  readonly now: Held
  readonly cutOff: string
}

export interface FileInHand {
  readonly sha256: string
  readonly kind: string | null
  readonly cutOff: string
  readonly figures: readonly PrintedFigure[]
}

/**
 * Asks every question of the file again, over the offices where the actor may count.
 * @throws ReportProblem stopped, once the signal is given and the question at hand is answered.
 */
export async function heldReport(
  register: Register,
  actor: Actor,
  file: FileInHand,
  { signal, progress }: Pick<Making, 'signal' | 'progress'>,
): Promise<HeldReport> {
  const { figures } = file
  const then = await inWork(register, actor, async work => {
    const publication = await publicationLike(work, { ...file, name: 'figures.json' })
    if (publication === null) return null
    return { publication, report: (await publishedReport(work, publication.id)) as Report }
  })
  const step = (done: number) => {
    goingOn(signal)
    progress({ doing: 'counting', done, of: figures.length })
  }
  const published =
    then === null
      ? null
      : {
          publication: then.publication,
          same: then.publication.files.some(({ name, sha256 }) => name === 'figures.json' && sha256 === file.sha256),
          held: await heldAgainst(figures, printedThen(figuresOf(then.report))),
        }
  return { published, now: await heldAgainst(figures, countedNow(register, actor), step), cutOff: file.cutOff }
}
