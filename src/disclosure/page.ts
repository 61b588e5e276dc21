import { createHash } from 'node:crypto'
import type { Domain } from './facts.ts'
import { linkedCharts, type PageData } from './page-script.ts'
import type { ShownCount } from './release.ts'

export interface PageText {
  readonly title: string
  /** Paragraphs above the charts: what this is, and how far it can be trusted. */
  readonly about: readonly string[]
  /** How to use the charts. */
  readonly how: string
  /** Pairs of what and how much, in a table below. */
  readonly facts: readonly (readonly [string, string])[]
}

/** So many combinations a browser draws without waiting; longer lengths beyond them are in aggregates.csv only. */
const mostOnPage = 60_000

/** One self-contained page: linked bar charts of released counts, each with its error band. It loads nothing and sends nothing. */
export function pageOf(domain: Domain, shown: readonly ShownCount[], text: PageText): string {
  const data = pageData(domain, shown)
  const script = `(${linkedCharts.toString()})(${inScript(data)})`
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inText(text.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${inText(text.title)}</h1>
${text.about.map(paragraph => `<p>${inText(paragraph)}</p>`).join('\n')}
</header>
<div class="bar-top"><p id="said" role="status"></p><button id="clear" type="button" hidden>Show everybody</button></div>
<p class="how">${inText(text.how)}</p>
<main id="charts"><noscript>The charts need JavaScript. The same counts are in aggregates.csv.</noscript></main>
<footer><h2>How this was made</h2>
<table>${text.facts.map(([what, much]) => `<tr><th scope="row">${inText(what)}</th><td>${inText(much)}</td></tr>`).join('')}</table>
</footer>
<script>${script}</script>
</body>
</html>
`
}

function pageData(domain: Domain, shown: readonly ShownCount[]): PageData {
  let longest = 0
  let sum = 0
  const byLength = Map.groupBy(shown, each => each.attributes.length)
  for (const length of [...byLength.keys()].sort((a, b) => a - b)) {
    sum += byLength.get(length)?.length ?? 0
    if (length > 2 && sum > mostOnPage) break
    longest = length
  }
  const visible = new Set(
    shown.filter(each => each.attributes.length === 1 && each.count > 0).map(each => each.attributes[0]),
  )
  return {
    columns: domain.schema.columns.map(({ name }, column) => ({
      name,
      values: domain.attributes.flatMap((attribute, id) =>
        attribute.column === column && visible.has(id) ? [{ id, value: attribute.value }] : [],
      ),
    })),
    counts: shown
      .filter(each => each.attributes.length <= longest)
      .map(({ attributes, count, low, high }) => [attributes, count, low, high] as const),
    longest,
  }
}

/** JSON that cannot end a script element. */
const inScript = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c')

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const inText = (text: string): string => text.replace(/[&<>"']/g, mark => marks[mark] ?? mark)

const style = `
:root{color-scheme:light dark;--ink:#1c2733;--soft:#5b6b7a;--line:#d5dde4;--bar:#3c7ea8;--on:#e4eef5;--ground:#fbfcfd}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9fb0bf;--line:#33414d;--bar:#4b93c1;--on:#1d3444;--ground:#10181f}}
*{box-sizing:border-box}
body{margin:0 auto;max-inline-size:76rem;padding:1.5rem 1rem 3rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground)}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .75rem}
h2{font-size:1rem;margin:0 0 .5rem;overflow-wrap:anywhere}
header p,.how{max-inline-size:46rem;margin:.25rem 0;color:var(--soft)}
.bar-top{position:sticky;inset-block-start:0;z-index:1;display:flex;gap:1rem;align-items:center;justify-content:space-between;margin-block:1rem .5rem;padding-block:.5rem;background:var(--ground);border-block-end:1px solid var(--line)}
#said{margin:0;font-weight:600}
button{font:inherit;color:inherit}
#clear{border:1px solid var(--line);border-radius:.4rem;padding:.4rem .8rem;background:transparent;min-block-size:2.5rem;white-space:nowrap}
#charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:1.5rem;margin-block-start:1rem;align-items:start}
.values{max-block-size:24rem;overflow:auto}
.value{display:grid;grid-template-columns:minmax(4rem,8rem) 1fr minmax(4.5rem,auto);gap:0 .6rem;align-items:center;inline-size:100%;min-block-size:2.4rem;padding:.2rem .4rem;border:0;border-radius:.3rem;background:transparent;text-align:start;cursor:pointer}
.value:hover,.value[aria-pressed=true]{background:var(--on)}
.value[aria-pressed=true] .name{font-weight:700}
.value[aria-pressed=true] .name::before{content:"✓ "}
:focus-visible{outline:2px solid var(--bar);outline-offset:1px}
.name{overflow-wrap:anywhere;font-size:.9rem}
.track{position:relative;block-size:.9rem;background:color-mix(in srgb,var(--line) 40%,transparent);border-radius:.2rem}
.bar{position:absolute;inset-block:0;inset-inline-start:0;background:var(--bar);border-radius:.2rem}
.band{position:absolute;inset-block-start:calc(50% - 1px);block-size:2px;background:var(--ink)}
.count{font-variant-numeric:tabular-nums;text-align:end}
.range{grid-column:2/4;font-size:.75rem;color:var(--soft);font-variant-numeric:tabular-nums}
.empty{color:var(--soft);font-size:.9rem;margin:.25rem 0}
footer{margin-block-start:2.5rem;border-block-start:1px solid var(--line);padding-block-start:1rem}
table{border-collapse:collapse;max-inline-size:100%}
th,td{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0;font-weight:400;overflow-wrap:anywhere}
th{color:var(--soft)}
@media (max-width:30rem){.bar-top{flex-direction:column;align-items:start;gap:.4rem}}
`
