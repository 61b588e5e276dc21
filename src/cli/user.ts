import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import { type RoleId, roles, type Scope, scopes } from '#access/role.ts'
import type { Grant } from '#access/permission.ts'
import { accountByLogin, createAccount, editAccount, listAccounts } from '#register/accounts.ts'
import { atDesk, type Desk } from '#register/desk.ts'
import { giveGrant } from '#register/grants.ts'
import { hashPassword } from '#register/password.ts'
import { RegisterProblem } from '#register/problem.ts'
import type { Register } from '#register/register.ts'
import { systemActor } from '#register/work.ts'
import type { CliContext } from './context.ts'

interface GrantOptions {
  readonly role: RoleId
  readonly office: string
  readonly scope: Scope
}

/**
 * Whoever runs the server may do here what takes two people in the app: open the first accounts, and let an
 * administrator back in who lost password or telephone. Passwords come on standard input, never on the command line.
 */
export function userCommand(context: CliContext): Command {
  const user = new Command('user').description('Accounts of staff.')
  withGrant(user.command('add <login>'))
    .description('Open an account. The first password is read from standard input, never from the command line.')
    .requiredOption('--name <name>', 'name shown to colleagues')
    .action(async (login: string, o: GrantOptions & { readonly name: string }) => {
      const register = await context.openRegister()
      const grant = grantOf(register, o)
      const password = await firstPassword(context)
      const row = await atDesk(register, systemActor, register.now(), desk =>
        createAccount(desk, { name: o.name, login, password, mustChange: true, grants: [grant] }),
      )
      say(context, { id: row.id }, 'The account is open. The password has to be changed at the first sign-in.')
    })
  user
    .command('list')
    .description('Logins with their roles.')
    .action(async () => {
      const register = await context.openRegister()
      let after: string | undefined
      do {
        const page = await atDesk(register, systemActor, register.now(), desk =>
          listAccounts(desk, { kind: 'user', limit: 200, ...(after ? { after } : {}) }),
        )
        for (const row of page.items)
          context.out(context.json ? JSON.stringify(row) : `${row.secret.login ?? ''}\t${row.state}`)
        after = page.next ?? undefined
      } while (after)
    })
  user
    .command('password <login>')
    .description('Give a new first password, read from standard input. Every session of the account ends.')
    .option('--remove-second-factor', 'for somebody who lost the telephone')
    .action(async (login: string, o: { readonly removeSecondFactor?: true }) => {
      const register = await context.openRegister()
      const password = await firstPassword(context)
      const removeTotp = o.removeSecondFactor
      await onAccount(register, login, (desk, { id, version }) =>
        editAccount(desk, { id, kind: 'user', base: version }, { password, removeTotp }),
      )
      say(context, { changed: true }, 'The password is set. It has to be changed at the next sign-in.')
    })
  user
    .command('close <login>')
    .description('Close an account. Every session of it ends; what it wrote keeps its name.')
    .action(async (login: string) => {
      const register = await context.openRegister()
      await onAccount(register, login, (desk, { id, version }) =>
        editAccount(desk, { id, kind: 'user', base: version }, { state: 'closed' }),
      )
      say(context, { closed: true }, 'The account is closed.')
    })
  withGrant(user.command('grant <login>'))
    .description('Give a role at an office, at once and without a second signature.')
    .action(async (login: string, o: GrantOptions) => {
      const register = await context.openRegister()
      const grant = grantOf(register, o)
      const given = await onAccount(register, login, (desk, { id }) => giveGrant(desk, id, grant))
      say(context, { id: given.id }, 'The role is given. It counts from the next request on.')
    })
  return user
}

const withGrant = (command: Command): Command =>
  command
    .addOption(
      new Option('--role <role>', 'role')
        .choices([...roles.keys()].filter(id => !roles.get(id)?.internal))
        .makeOptionMandatory(),
    )
    .requiredOption('--office <code>', 'office in which the role holds')
    .addOption(new Option('--scope <scope>', 'whose records').choices([...scopes]).default('office'))

function grantOf(register: Register, { role, office, scope }: GrantOptions): Grant {
  const found = register.offices().byCode(office)
  if (!found) throw new RegisterProblem('invalid', `There is no office with the code ${office}.`)
  return { role, office: found.id, scope }
}

const onAccount = <T>(
  register: Register,
  login: string,
  act: (desk: Desk, account: { readonly id: string; readonly version: number }) => Promise<T>,
): Promise<T> =>
  atDesk(register, systemActor, register.now(), async desk => {
    const account = await accountByLogin(desk, login)
    if (!account) throw new RegisterProblem('not_found', 'There is no account with this login.')
    return act(desk, account)
  })

const say = (context: CliContext, forMachines: object, forPeople: string): void =>
  context.out(context.json ? JSON.stringify(forMachines) : forPeople)

/** argon2id PHC of the first line of standard input. */
async function firstPassword(context: CliContext): Promise<string> {
  const password = await firstLine(context)
  if (password.length < 10) throw new RegisterProblem('invalid', 'A password needs at least ten characters.')
  return hashPassword(password)
}

async function firstLine(context: CliContext): Promise<string> {
  if (process.stdin.isTTY) context.err('First password (shown as you type):')
  const lines = createInterface({ input: process.stdin })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
  }
}
