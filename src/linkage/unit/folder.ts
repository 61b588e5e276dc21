import { appendFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Watch } from '../dice/compare.ts'
import { EncodingProblem } from '../encoding/problem.ts'
import { parseSubmission, type Submission, submissionText } from '../submission/submission.ts'
import { newProject, parseProject, type Project, projectText, refuseOther } from './project.ts'
import { type LinkedSummary, linkSubmissions } from './run.ts'

/**
 * A folder is the whole store of a linkage unit: project.json, submissions/<owner>.jsonl until they are linked, results/<owner>.csv, and log.jsonl
 * that says what happened when. It holds no key, so whoever takes it cannot make encodings to try names with.
 */
const privately = { mode: 0o600 } as const

export async function createProject(
  folder: string,
  o: { project: string; date: string; schema: string; now: Date },
): Promise<Project> {
  const project = newProject(o)
  await mkdir(join(folder, 'submissions'), { recursive: true, mode: 0o700 })
  try {
    await writeFile(join(folder, 'project.json'), projectText(project), { ...privately, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new EncodingProblem('file_exists', 'The folder holds a project already. Choose another folder.')
  }
  await note(folder, o.now, { what: 'opened', project: project.project, date: project.date })
  return project
}

/** Takes the encodings of one owner. The same owner again replaces what it sent before. */
export async function submit(
  folder: string,
  file: string,
  now: Date,
): Promise<{ owner: string; records: number; replaced: boolean }> {
  const project = await projectOf(folder)
  const submission = parseSubmission(await textOf(file), basename(file))
  const { header } = submission
  refuseOther(project, header)
  const place = join(folder, 'submissions', `${header.owner}.jsonl`)
  const others = (await readdir(join(folder, 'submissions'))).filter(name => name.endsWith('.jsonl'))
  const replaced = others.includes(basename(place))
  await replace(place, submissionText(submission))
  if (project.key === null) await replace(join(folder, 'project.json'), projectText({ ...project, key: header.key }))
  await note(folder, now, { what: replaced ? 'replaced' : 'submitted', owner: header.owner, records: header.records })
  return { owner: header.owner, records: header.records, replaced }
}

/**
 * Links what was submitted, writes results/<owner>.csv, and deletes the encodings. Should it be stopped before, everything is as it was;
 * a run that stopped between can be run again.
 */
export async function runProject(
  folder: string,
  o: { probability: number; now: Date } & Watch,
): Promise<LinkedSummary> {
  const project = await projectOf(folder)
  if (project.state === 'linked')
    throw new EncodingProblem('file_invalid', 'This project is linked already; the results are in its folder results.')
  const submissions: Submission[] = []
  for (const name of (await readdir(join(folder, 'submissions'))).filter(each => each.endsWith('.jsonl')).sort())
    submissions.push(parseSubmission(await readFile(join(folder, 'submissions', name), 'utf8'), name))
  // Whoever can write into the folder could have changed them since they were taken.
  for (const { header } of submissions) refuseOther(project, header)
  const { results, summary } = await linkSubmissions(submissions, o)
  await mkdir(join(folder, 'results'), { recursive: true, mode: 0o700 })
  for (const { owner, rows } of results)
    await replace(
      join(folder, 'results', `${owner}.csv`),
      `row,cluster\n${rows.map(each => `${each.row},${each.cluster}\n`).join('')}`,
    )
  await replace(join(folder, 'project.json'), projectText({ ...project, state: 'linked' }))
  await rm(join(folder, 'submissions'), { recursive: true })
  await note(folder, o.now, { what: 'linked and deleted', ...summary, probability: o.probability })
  return summary
}

async function projectOf(folder: string): Promise<Project> {
  const text = await readFile(join(folder, 'project.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return parseProject(text)
}

/** @throws EncodingProblem when there is no such file. */
async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new EncodingProblem('file_invalid', `There is no file ${file}.`) : error
  })
}

/** Whole or not at all. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, privately)
  await rename(`${file}.new`, file)
}

const note = (folder: string, now: Date, what: object): Promise<void> =>
  appendFile(join(folder, 'log.jsonl'), `${JSON.stringify({ at: now.toISOString(), ...what })}\n`, privately)
