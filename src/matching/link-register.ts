import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { link } from '#linkage/link.ts'
import { LinkageProblem } from '#linkage/problem.ts'
import type { Watch } from '#linkage/watch.ts'
import { keepLinkageRun, type LinkageRun, type PersonRecord, personsToLink } from '#register/linkage-run.ts'
import { decidedPairs } from '#register/links.ts'
import type { Register } from '#register/register.ts'
import { inWork, systemActor } from '#register/work.ts'
import { knownModel } from './known-model.ts'
import { cardOf, pairsToReview } from './pairs-to-review.ts'
import { personColumns, personRow } from './person-columns.ts'

/**
 * Compares all persons of the register with each other and keeps how many they are: the expected number, the interval, the
 * thresholds. What people decided binds, and the pairs that they should look at are kept by
 * their ids. Names are in the memory of this process and nowhere else; nothing is joined by it.
 * @param o.train learn the model from the register itself, which needs some thousand records; else the one of `model.json`
 * @throws LinkageProblem no_records when nobody has a name; cancelled once the signal was given
 */
export async function linkRegister(
  register: Register,
  o: { readonly train: boolean },
  watch: Watch,
): Promise<LinkageRun> {
  const { named, nameless, decided } = await inWork(register, systemActor, async work => {
    const found: PersonRecord[] = []
    let without = 0
    for await (const persons of personsToLink(work))
      for (const person of persons)
        if (isNamed(person)) found.push(person)
        else without += 1
    return { named: found, nameless: without, decided: await decidedPairs(work, null) }
  })
  if (named.length < 2)
    throw new LinkageProblem(
      'no_records',
      'Fewer than two persons of this register have a name: nothing can be compared.',
    )
  const rows = named.map(({ content }) => personRow(content))
  const known = new Set(named.map(({ id }) => id))
  const pairs = decided.filter(({ a, b }) => known.has(a) && known.has(b))
  const pairsOf = (same: boolean) => pairs.filter(each => each.same === same).map(({ a, b }) => [a, b] as const)
  const linked = await link(
    {
      files: [],
      records: {
        columns: personColumns,
        source: named.map(() => 'register'),
        id: named.map(({ id }) => id),
        values: personColumns.map(column => rows.map(row => row[column])),
      },
      ...(o.train ? { settings: knownModel.settings } : { model: knownModel, fitsPrior: true }),
      decided: { same: pairsOf(true), different: pairsOf(false) },
      link: 'both',
    },
    watch,
  )
  const { records, persons, interval, at } = linked.count
  const run = {
    madeAt: register.now().toISOString(),
    nameless,
    decided: pairs.length,
    count: { records, persons, interval, at },
  }
  const reviewed = new Map(
    named.map(({ id, office, content, guarded }) => [id, { office: guarded ? null : office, name: nameOf(content) }]),
  )
  await keepLinkageRun(register, run, { card: cardOf(linked), pairs: pairsToReview(linked, reviewed, pairs) })
  return run
}

const nameOf = ({ givenNames, familyNames }: Content): string =>
  [givenNames, familyNames]
    .map(name => (isAnswered(name) ? plainText(name).normalize('NFKD').replaceAll(/\P{L}/gu, '').toLowerCase() : ''))
    .join(' ')

const isNamed = ({ content }: PersonRecord): boolean => [content.givenNames, content.familyNames].some(isAnswered)
