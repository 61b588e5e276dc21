import type { Content } from '#dictionary/answer.ts'
import { nameSkeletons, trigrams } from '#dictionary/skeleton.ts'
import type { Keys } from './keys.ts'
import type { RecordRow } from './rows.ts'
import type { Work } from './work.ts'

/** What search may know of a person: keyed fingerprints of the trigrams of all names, and of exact numbers. */
const nameFields = ['givenNames', 'middleNames', 'familyNames', 'preferredName', 'otherNames'] as const
const exactFields = { identityNumber: 'document', phone: 'phone', homePhone: 'phone', email: 'email' } as const
export type ExactKind = (typeof exactFields)[keyof typeof exactFields]

/** Fields of a person whose change asks for new tokens. */
export const searchedFields: ReadonlySet<string> = new Set([...nameFields, ...Object.keys(exactFields)])

/** Fingerprints of the trigrams of one skeleton word. */
export const pieceTokens = (keys: Keys, word: string): number[] => trigrams(word).map(piece => keys.nameToken(piece))

function nameTokens(keys: Keys, texts: readonly string[]): number[] {
  const tokens = new Set<number>()
  for (const text of texts)
    for (const word of nameSkeletons(text)) for (const token of pieceTokens(keys, word)) tokens.add(token)
  return [...tokens].sort((a, b) => a - b)
}

/** A number as it is compared: digits and letters only; telephone numbers by their last nine digits; e-mail in lower case. */
export function exactForm(kind: ExactKind, text: string): string | null {
  if (kind === 'email') return text.includes('@') ? text.trim().toLowerCase() : null
  const plain = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
  if (kind === 'document') return plain.length >= 4 ? plain : null
  const digits = plain.replace(/\D/g, '')
  return digits.length >= 6 ? digits.slice(-9) : null
}

export interface PersonTokens {
  readonly names: readonly number[]
  readonly exact: readonly { readonly kind: ExactKind; readonly token: string }[]
}

export function personTokens(keys: Keys, content: Content): PersonTokens {
  const said = (field: string) => (typeof content[field] === 'string' ? (content[field] as string) : '')
  const exact = Object.entries(exactFields).flatMap(([field, kind]) => {
    const form = exactForm(kind, said(field))
    return form === null ? [] : [{ kind, token: keys.exactToken(kind, form) }]
  })
  return {
    names: nameTokens(keys, nameFields.map(said)),
    exact: [...new Map(exact.map(each => [`${each.kind}${each.token}`, each])).values()],
  }
}

/** Replaces the tokens of one person. */
export async function writeTokens(
  work: Work,
  person: Pick<RecordRow, 'id' | 'office_id' | 'shared' | 'guard'>,
  content: Content,
): Promise<void> {
  const { names, exact } = personTokens(work.register.keys, content)
  await work.client.query({
    name: 'name-tokens',
    text: `insert into name_token (office_id, person, shared, guard, tokens) values ($1, $2, $3, $4, $5)
      on conflict (office_id, person) do update set shared = excluded.shared, tokens = excluded.tokens`,
    values: [person.office_id, person.id, person.shared, person.guard, names],
  })
  await work.client.query({
    name: 'exact-tokens-gone',
    text: 'delete from exact_token where office_id = $1 and person = $2',
    values: [person.office_id, person.id],
  })
  if (exact.length > 0)
    await work.client.query({
      name: 'exact-tokens',
      text: `insert into exact_token (office_id, person, shared, guard, kind, token)
        select $1, $2, $3, $4, kind, token from unnest($5::text[], $6::bigint[]) as t (kind, token)`,
      values: [
        person.office_id,
        person.id,
        person.shared,
        person.guard,
        exact.map(e => e.kind),
        exact.map(e => e.token),
      ],
    })
}
