import { escaped, plainly } from '../plain.ts'
import { figuresOf, type Report, type Section } from '../report.ts'
import { reportWords, type ReportWords } from '../words.ts'
import { blockHtml, type Numbers } from './block.ts'
import { style } from './style.ts'

/**
 * A report as one file of HTML: no script, nothing fetched, the same bytes for the same report. It says so to the browser,
 * too, so that nothing could run in it even if something had slipped through.
 */
export function reportHtml(given: Report): string {
  const report = plainly(given)
  const { language, direction } = report
  const words = reportWords(language, direction)
  const numbers: Numbers = new Map(figuresOf(report).map(({ id, number }) => [id, number]))
  const about: readonly (readonly [string, string])[] = [
    [words.text.period, words.isolate(report.period.label)],
    [words.text.cutOff, words.moment(report.cutOff)],
    [words.text.coverage, report.coverage],
  ]
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Waymark">
<title>${escaped(report.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escaped(report.title)}</h1>
${report.subtitle === null ? '' : `<p class="subtitle">${escaped(report.subtitle)}</p>`}
<p class="mode ${report.mode}">${escaped(words.mode(report))}</p>
<dl class="about">${about.map(([name, said]) => `<dt>${escaped(name)}</dt><dd>${escaped(said)}</dd>`).join('')}</dl>
${caveats(report, words)}
</header>
${contents(report, words)}
<main>
${report.sections.map((section, at) => sectionHtml(section, { words, numbers }, [at + 1])).join('\n')}
</main>
</body>
</html>
`
}

function caveats({ caveats: all }: Report, words: ReportWords): string {
  if (all.length === 0) return ''
  return `<section class="caveats" aria-labelledby="caveats"><h2 id="caveats">${escaped(words.text.caveats)}</h2><ul>${all
    .map(each => `<li>${escaped(each)}</li>`)
    .join('')}</ul></section>`
}

function contents({ sections }: Report, words: ReportWords): string {
  if (sections.length < 2) return ''
  const list = (all: readonly Section[], way: readonly number[], depth: number): string =>
    all.length === 0 || depth > 2
      ? ''
      : `<ol>${all
          .map(
            ({ title, sections: inner }, at) =>
              `<li><a href="#${place([...way, at + 1])}">${escaped(title)}</a>${list(inner, [...way, at + 1], depth + 1)}</li>`,
          )
          .join('')}</ol>`
  return `<nav aria-labelledby="contents"><h2 id="contents">${escaped(words.text.contents)}</h2>${list(sections, [], 1)}</nav>`
}

interface Around {
  readonly words: ReportWords
  readonly numbers: Numbers
}

function sectionHtml(section: Section, around: Around, way: readonly number[]): string {
  const level = Math.min(6, way.length + 1)
  return `<section aria-labelledby="${place(way)}">
<h${level} id="${place(way)}">${escaped(section.title)}</h${level}>
${section.blocks.map(block => blockHtml(block, { ...around, level: Math.min(6, level + 1) })).join('\n')}
${section.sections.map((inner, at) => sectionHtml(inner, around, [...way, at + 1])).join('\n')}
</section>`
}

/** Ids of the page are places and numbers, never what somebody called something. */
const place = (way: readonly number[]): string => `section-${way.join('-')}`
