/** Errors as a person at a terminal should meet them: what happened and what to do, never a stack or a stored value. */

/** Problems that our own rooms throw on purpose carry a `code` and words for people. */
export function isKnownProblem(error: unknown): error is Error & { code: string } {
  return error instanceof Error && error.name.endsWith('Problem')
}

export function inWords(error: unknown): string {
  if (isKnownProblem(error)) return error.message
  if (!(error instanceof Error)) return 'Something went wrong.'
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'EADDRINUSE':
      return 'The port is in use by another program. Choose another one with --port.'
    case 'EACCES':
    case 'EPERM':
      return `No permission: ${error.message}`
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return 'The database cannot be reached. Look at DATABASE_URL.'
    case '28P01':
    case '28000':
      return 'The database refused the user name or password. Look at DATABASE_URL.'
    case '53100':
    case 'ENOSPC':
      return 'The disk is full. Nothing was changed.'
    default:
      // A database error's detail can hold values; its message names tables and columns only.
      return `Something went wrong: ${error.message}${code ? ` (${code})` : ''}${process.env['WAYMARK_DEBUG'] ? `\n${error.stack}` : ''}`
  }
}
