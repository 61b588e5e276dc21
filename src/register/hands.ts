import { asRegister } from './whole-person.ts'
import { systemActor, type Work } from './work.ts'

/**
 * Colleagues as functions, told apart by a number and never by a name: `caseworker 1`, `data protection officer 2`. The same number is the
 * same colleague throughout one paper. Who left keeps the function they had; the machine itself is the `register`. `words` says
 * `role.*` in the language of the paper.
 */
export async function handsOf(
  work: Work,
  accounts: readonly string[],
  words: Readonly<Record<string, string>>,
): Promise<(account: string) => string> {
  const order = [...new Set(accounts)]
  const { rows } = await asRegister(work, () =>
    work.client.query<{ account: string; role: string }>(
      `select distinct on (account_id) account_id as account, role from grant_row where account_id = any($1::uuid[])
        order by account_id, state = 'active' desc, asked_at, role`,
      [order],
    ),
  )
  const say = (role: string) => words[`role.${role}`] ?? role.replaceAll('_', ' ')
  const roles = new Map(rows.map(({ account, role }) => [account, say(role)]))
  const numbers = new Map(order.filter(account => roles.has(account)).map((account, at) => [account, at + 1]))
  return account => {
    const number = numbers.get(account)
    if (number !== undefined) return `${roles.get(account) ?? ''} ${number}`
    return say(account === systemActor.id ? 'register' : 'colleague')
  }
}

/** Answers may hold a word where an id is expected. */
export const isAccount = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
