import type { Linked } from '../link.ts'
import type { Model } from '../model.ts'
import { chanceOf } from '../predict/score.ts'
import { chanceAgreement } from '../train/dependence.ts'
import { bitsOf, chance } from '../train/em.ts'
import { chanceBars, columns, escape, weightBars } from './charts.ts'

const style = `
body{font:15px/1.5 system-ui,sans-serif;color:#1d2733;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem}h3{font-size:1rem;margin-bottom:.3rem}
svg{max-width:100%;height:auto;font-size:12px}svg .small{font-size:11px;fill:#52606d}rect.for{fill:#1c7c6e}rect.against{fill:#c3cbd4}line{stroke:#52606d}
table{border-collapse:collapse}td,th{text-align:start;padding:.2rem .9rem .2rem 0;border-bottom:1px solid #dfe4ea}td.number{text-align:end;font-variant-numeric:tabular-nums}
.big{font-size:2.4rem;font-weight:600}.quiet{color:#52606d}details{margin:.4rem 0}`

const number = (value: number): string => Math.round(value).toLocaleString('en')
const bits = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(1)}`

/** A page for the expert who has to trust a model: the count, the model card, the charts. It holds no value of any record. */
export function reportHtml(linked: Linked): string {
  const { model, warnings } = linked
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Linkage report</title><style>${style}</style></head><body>
<h1>Linkage report</h1>
${persons(linked)}
${warnings.length === 0 ? '' : `<h2>Read this first</h2><ul>${warnings.map(text => `<li>${escape(text)}</li>`).join('')}</ul>`}
<h2>Pairs by weight</h2>
<p>A weight is the log2 of the odds that a pair is one person: 0 is one in two, 4.25 is 95 in 100, 6.6 is 99 in 100. Darker: at or above the threshold of ${model.settings.threshold}. The scale of the columns is logarithmic.</p>
${pairsByWeight(linked)}
<h2>What the model has learnt</h2>
${card(model)}
<h2>How a weight comes about</h2>
<p>Kinds of pairs around the threshold, each with how many pairs show it. The prior is where every pair begins; rare and common values are not in these bars.</p>
${waterfalls(linked)}
</body></html>
`
}

function persons({ count, person, source, model }: Linked): string {
  const { records, interval } = count
  const rows = [
    ...count.at.map(({ probability, persons: found }) => [`Links count from ${probability} on`, found] as const),
    ['Half the records (everybody registered twice)', count.halving] as const,
    [
      `Clusters written (${model.settings.cluster}, from ${model.settings.threshold} on)`,
      new Set(person).size,
    ] as const,
  ]
  return `<p><span class="big">${number(count.persons)}</span> persons behind ${number(records)} records of ${number(new Set(source).size)} source${new Set(source).size === 1 ? '' : 's'}.<br>
Nine times in ten the true number lies between <strong>${number(interval.from)}</strong> and <strong>${number(interval.to)}</strong>, if the model's assumptions hold (docs/linkage.md).</p>
<table><tbody>${rows.map(([label, value]) => `<tr><th scope="row">${escape(label)}</th><td class="number">${number(value)}</td></tr>`).join('')}
<tr><th scope="row">True pairs found by the blocking rules, estimated</th><td class="number">${(100 * count.missed.recall).toFixed(1)} %</td></tr></tbody></table>`
}

function pairsByWeight({ links, model }: Linked): string {
  const least = bitsOf(Math.min(Math.max(model.settings.threshold, 1e-9), 1 - 1e-9))
  const bins = new Map<number, { value: number; part: number }>()
  for (const weight of links.weight) {
    const at = Math.max(-10, Math.min(40, Math.floor(weight)))
    const bin = bins.get(at) ?? { value: 0, part: 0 }
    bin.value++
    if (weight >= least) bin.part++
    bins.set(at, bin)
  }
  if (bins.size === 0) return '<p class="quiet">No pair reached the floor.</p>'
  const [first, last] = [Math.min(...bins.keys()), Math.max(...bins.keys())]
  const all = Array.from({ length: last - first + 1 }, (_, i) => ({
    label: String(first + i),
    ...(bins.get(first + i) ?? { value: 0, part: 0 }),
  }))
  return columns(all, 'Number of pairs by weight')
}

function card(model: Model): string {
  const { trained, prior } = model
  const about = `<p>${number(trained.records)} records; chance agreement (u) from ${number(trained.randomPairs)} pairs drawn blindly; agreement of one person's records (m) from ${trained.sessions.length} session${trained.sessions.length === 1 ? '' : 's'} of EM. Of two records drawn blindly, one pair in ${number(1 / prior)} is one person.</p>
<table><thead><tr><th>Session blocked on</th><th>pairs</th><th>one person, expected</th><th>rounds</th></tr></thead><tbody>${trained.sessions.map(each => `<tr><td>${escape(each.block.join(', '))}</td><td class="number">${number(each.pairs)}</td><td class="number">${number(each.matches)}</td><td class="number">${each.rounds}</td></tr>`).join('')}</tbody></table>`
  const comparisons = model.comparisons.map(({ name, levels, sessions, leans }) => {
    const weights = levels.map(({ label, m, u }) => ({ label, value: Math.log2(m / u), text: bits(Math.log2(m / u)) }))
    return `<h3>${escape(name)}</h3>${sessions === 0 ? '<p class="quiet">Not taught by any session.</p>' : ''}${leans === null ? '' : `<p class="quiet">Among strangers it goes with ${escape(model.comparisons[leans.on]?.name ?? '')}: pairs that agree there agree here more easily, and it then weighs less than these bars.</p>`}${weightBars(weights, `Weight in bits of each level of ${name}`)}<details><summary>m and u</summary><p class="quiet">Above: share of one person’s pairs that reach the level (m). Below: share of other pairs (u).</p>${chanceBars(levels, `m and u of ${name}`)}</details>`
  })
  return about + comparisons.join('')
}

const shown = 6

function waterfalls({ model, patterns }: Linked): string {
  const base = bitsOf(model.prior)
  const byChance = chanceOf(model)
  const rows = patterns.patterns.map((_, i) => {
    const digits = (c: number) => patterns.digits[c]?.[i] ?? 0
    const steps = model.comparisons.map(({ name, levels }, c) => {
      const level = levels[digits(c) - 1]
      const u = chanceAgreement(c, digits, byChance.u, byChance.dependence)
      return {
        label: `${name}: ${level?.label ?? 'not written'}`,
        value: level === undefined ? 0 : Math.log2(level.m / u),
      }
    })
    return {
      steps,
      weight: base + steps.reduce((sum, step) => sum + step.value, 0),
      pairs: patterns.counts[i] as number,
    }
  })
  const near = rows.toSorted((a, b) => Math.abs(a.weight) - Math.abs(b.weight)).slice(0, shown)
  return near
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ steps, weight, pairs }) => {
      const bars = [{ label: 'Prior', value: base }, ...steps, { label: 'Weight', value: weight }].map(bar => ({
        ...bar,
        text: bits(bar.value),
      }))
      return `<h3>${number(pairs)} pair${pairs === 1 ? '' : 's'}, probability ${chance(weight).toFixed(2)}</h3>${weightBars(bars, `From the prior to a weight of ${bits(weight)}`)}`
    })
    .join('')
}
