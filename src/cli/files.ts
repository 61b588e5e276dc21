import { Command, Option } from 'commander'
import { erasedFilesState, removeErasedFiles, requeueErasedFiles } from '#register/erased-files.ts'
import { inAdministratorsWords } from '#register/file-problem.ts'
import { moveFiles } from '#register/move-files.ts'
import { s3Files } from '#register/s3-files.ts'
import { s3Settings } from '#register/s3-settings.ts'
import { type CliContext, exitCode } from './context.ts'
import { filesFolder } from './files-place.ts'

export function filesCommand(context: CliContext): Command {
  const files: Command = new Command('files').description(
    'The sealed files of documents, in the data folder or at an S3 store.',
  )
  files
    .command('status')
    .description('Where files lie, and what of erased persons still waits to be deleted.')
    .action(async () => {
      const register = await context.openRegister()
      const erased = await erasedFilesState(register)
      if (context.json) return context.out(JSON.stringify({ place: register.files.place, erased }))
      context.out(`Files lie at ${register.files.place.where}.`)
      sayErased(context, erased)
    })
  files
    .command('move')
    .description('Move every file between the data folder and the S3 store. Stop the server first.')
    .addOption(new Option('--to <place>', 'where they are to lie').choices(['s3', 'folder']).makeOptionMandatory())
    .action(async ({ to }: { to: 's3' | 'folder' }) => {
      const s3 = s3Settings(process.env)
      if (!s3) files.error('Set WAYMARK_S3_ENDPOINT and the others of `waymark --help` first: they name the S3 store.')
      const places = { folder: filesFolder(context.dataDir), s3: s3Files(s3) }
      const register = await context.openRegister()
      const from = to === 's3' ? places.folder : places.s3
      const moved = await moveFiles(register, { from, to: places[to], onFile: countingBy(500, context) })
      if (context.json) context.out(JSON.stringify(moved))
      else {
        context.out(`${moved.moved} files moved to ${places[to].place.where}.`)
        if (moved.erased > 0) context.out(`${moved.erased} files of erased persons were deleted.`)
        if (moved.different > 0)
          context.out(`${moved.different} files lie at both places and differ. They were left as they are.`)
        if (to === 'folder') context.out('Start the server without the WAYMARK_S3 variables now.')
      }
      if (moved.different > 0) process.exitCode = exitCode.broken
    })
  files
    .command('erase')
    .description('Delete the files of erased persons again: after files were put back from a backup.')
    .action(async () => {
      const register = await context.openRegister()
      await requeueErasedFiles(register)
      const erased = await removeErasedFiles(register)
      if (context.json) context.out(JSON.stringify(erased))
      else sayErased(context, erased)
      if (erased.waiting > 0) process.exitCode = exitCode.failed
    })
  return files
}

function sayErased(context: CliContext, o: { readonly waiting: number; readonly problem: string | null }): void {
  if (o.waiting === 0) return context.out('No file of an erased person is left.')
  context.out(`${o.waiting} files of erased persons wait to be deleted.`)
  if (o.problem !== null) context.out(inAdministratorsWords(o.problem))
}

/** Says every now and then how far it is. */
const countingBy = (step: number, context: CliContext) => (done: number, of: number) => {
  if (done % step === 0) context.err(`${done} of ${of} files …`)
}
