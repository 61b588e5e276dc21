import { createInterface } from 'node:readline/promises'
import { Command, Option } from 'commander'
import { type RoleId, roles, type Scope } from '#access/role.ts'
import { createAccount, listAccounts } from '#register/accounts.ts'
import { atDesk } from '#register/desk.ts'
import { hashPassword } from '#register/password.ts'
import { RegisterProblem } from '#register/problem.ts'
import { systemActor } from '#register/work.ts'
import type { CliContext } from './context.ts'

interface AddOptions {
  readonly name: string
  readonly role: RoleId
  readonly office: string
  readonly scope: Scope
}

export function userCommand(context: CliContext): Command {
  const user = new Command('user').description('Accounts of staff.')
  user
    .command('add <login>')
    .description('Open an account. The first password is read from standard input, never from the command line.')
    .requiredOption('--name <name>', 'name shown to colleagues')
    .addOption(
      new Option('--role <role>', 'role')
        .choices([...roles.keys()].filter(id => !roles.get(id)?.internal))
        .makeOptionMandatory(),
    )
    .requiredOption('--office <code>', 'office in which the role holds')
    .addOption(
      new Option('--scope <scope>', 'whose records').choices(['own', 'office', 'region', 'all']).default('office'),
    )
    .action(async (login: string, o: AddOptions) => {
      const register = await context.openRegister()
      const office = register.offices().byCode(o.office)
      if (!office) throw new RegisterProblem('invalid', `There is no office with the code ${o.office}.`)
      const password = await firstLine(context)
      if (password.length < 10) throw new RegisterProblem('invalid', 'A password needs at least ten characters.')
      const hashed = await hashPassword(password)
      const row = await atDesk(register, systemActor, register.now(), desk =>
        createAccount(desk, {
          name: o.name,
          login,
          password: hashed,
          mustChange: true,
          grants: [{ role: o.role, office: office.id, scope: o.scope }],
        }),
      )
      context.out(
        context.json
          ? JSON.stringify({ id: row.id })
          : 'The account is open. The password has to be changed at the first sign-in.',
      )
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
  return user
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
