import writeExcel from 'write-excel-file/node'

type Rows = readonly (readonly string[])[]

/** The bytes of an XLSForm with these rows; a sheet that is not given is not there. */
export async function xlsform(survey: Rows, choices?: Rows, settings?: Rows): Promise<Buffer> {
  const sheets = Object.entries({ survey, choices, settings }).flatMap(([sheet, rows]) =>
    rows === undefined ? [] : [{ sheet, data: rows.map(row => row.map(cell => cell || null)) }],
  )
  return writeExcel(sheets).toBuffer()
}
