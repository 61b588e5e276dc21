import { Command, Option } from 'commander'
import { type OfficeKind, officeKinds } from '#register/office-directory.ts'
import { addOffice } from '#register/offices.ts'
import { inWork, systemActor } from '#register/work.ts'
import type { CliContext } from './context.ts'

interface AddOptions {
  readonly kind: OfficeKind
  readonly parent?: string
  readonly country?: string
  readonly region?: string
  readonly opened?: string
  readonly closed?: string
}

export function officeCommand(context: CliContext): Command {
  const office = new Command('office').description('The organisation tree.')
  office
    .command('list')
    .description('All offices with code, name, kind, country and region.')
    .action(async () => {
      const offices = (await context.openRegister()).offices()
      if (context.json) return context.out(JSON.stringify(offices.all()))
      for (const row of offices.all())
        context.out([row.code, row.name, row.kind, row.country ?? '', row.region ?? ''].join('\t'))
    })
  office
    .command('add <code> <name>')
    .description('Add an office below another.')
    .addOption(new Option('--kind <kind>', 'kind of office').choices([...officeKinds]).default('mission'))
    .option('--parent <code>', 'code of the office above (default: the top office)')
    .option('--country <code>', 'ISO 3166 alpha-2')
    .option('--region <code>', 'one of the eight regions')
    .option('--opened <date>', 'since when it is there: 2008, 2008-05 or 2008-05-09')
    .option('--closed <date>', 'until when')
    .action(async (code: string, name: string, o: AddOptions) => {
      const register = await context.openRegister()
      const offices = register.offices()
      const parent = o.parent ? offices.byCode(o.parent) : offices.all().find(row => row.parent === null)
      if (o.parent && !parent) office.error(`There is no office with the code ${o.parent}.`)
      const row = await inWork(register, systemActor, work =>
        addOffice(work, {
          code: code.toUpperCase(),
          name,
          kind: o.kind,
          parent: parent?.id ?? null,
          country: o.country?.toUpperCase() ?? null,
          region: o.region?.toUpperCase() ?? parent?.region ?? null,
          opened: o.opened ?? null,
          closed: o.closed ?? null,
        }),
      )
      context.out(context.json ? JSON.stringify(row) : `Added ${row.code}.`)
    })
  return office
}
