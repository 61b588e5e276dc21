import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBack,
  IconCircleCheck,
  IconDownload,
  IconEyeSearch,
  IconFileUnknown,
} from '@tabler/icons-react'
import { useState } from 'react'
import { saveFile } from '../api/save-file.ts'
import { useText } from '../text/text.tsx'
import type { Proof, ProofClaim, ProofFinding } from './calls.ts'
import { proofCsv } from './export.ts'
import { useProofWords } from './words.ts'

const atOnce = 50

/** Every finding with its arithmetic, what to do, and the numbers it is about. */
export function Findings({ proof, onBegin }: { proof: Proof; onBegin: () => void }) {
  const t = useText()
  const words = useProofWords()
  const [shown, setShown] = useState(atOnce)
  const { findings, read, ignored } = proof
  const claims = new Map(proof.claims.map(claim => [claim.id, claim]))
  const left = findings.length - shown
  const save = () =>
    // Spreadsheets read a CSV as UTF-8 only when it begins with this mark.
    saveFile('waymark-proof.csv', new Blob([`\ufeff${proofCsv(proof, words)}\r\n`], { type: 'text/csv;charset=utf-8' }))
  return (
    <>
      <div className="row ends">
        <p>
          {t('proof.read', { n: read })} <strong>{t('proof.found', { n: findings.length })}</strong>
        </p>
        <div className="row no-print">
          {findings.length > 0 && (
            <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={save}>
              {t('proof.csv')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconArrowBack className="turns" size={18} aria-hidden />}
            onClick={onBegin}
          >
            {t('proof.again')}
          </Button>
        </div>
      </div>
      {ignored.length > 0 && <p className="quiet">{t('proof.ignored', { columns: ignored.join(', ') })}</p>}
      {findings.length === 0 && (
        <div className="notice done">
          <IconCircleCheck size={20} aria-hidden />
          <div>
            <p>{t('proof.clean')}</p>
            <p className="quiet">{t('proof.cleanHelp')}</p>
          </div>
        </div>
      )}
      <ol className="proof-findings">
        {findings.slice(0, shown).map((finding, at) => (
          <li key={`${finding.code} ${finding.claims.join(' ')}`}>
            <OneFinding finding={finding} claims={finding.claims.flatMap(id => claims.get(id) ?? [])} at={at} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <div className="row">
          <Button variant="default" onClick={() => setShown(shown + atOnce)}>
            {t('proof.more', { n: Math.min(left, atOnce) })}
          </Button>
        </div>
      )}
    </>
  )
}

const looks = {
  contradiction: { icon: IconAlertTriangle, look: 'meaning stop' },
  gap: { icon: IconFileUnknown, look: 'meaning care' },
  doubt: { icon: IconEyeSearch, look: 'meaning care' },
} as const

const fewClaims = 6

function OneFinding({ finding, claims, at }: { finding: ProofFinding; claims: readonly ProofClaim[]; at: number }) {
  const t = useText()
  const words = useProofWords()
  const { icon: Icon, look } = looks[finding.weight]
  const more = claims.slice(fewClaims)
  return (
    <article className="sheet proof-finding" aria-labelledby={`finding-${at}`}>
      <span className={look}>
        <Icon size={18} aria-hidden /> {at + 1} · {t(`proof.weight.${finding.weight}`)}
      </span>
      <h3 id={`finding-${at}`}>{words.says(finding)}</h3>
      <p className="quiet">{words.advice(finding)}</p>
      <Claims claims={claims.slice(0, fewClaims)} label={t('proof.claims', { n: at + 1 })} />
      {more.length > 0 && (
        <details>
          <summary>{t('proof.all', { n: more.length })}</summary>
          <Claims claims={more} label={t('proof.claimsMore', { n: at + 1 })} />
        </details>
      )}
    </article>
  )
}

function Claims({ claims, label }: { claims: readonly ProofClaim[]; label: string }) {
  const t = useText()
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by key (WCAG 2.1.1)
    <div className="scrolls" tabIndex={0} role="region" aria-label={label}>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col" className="end proof-printed">
              {t('proof.value')}
            </th>
            <th scope="col">{t('proof.what')}</th>
            <th scope="col" className="proof-where">
              {t('proof.claim')}
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map(claim => (
            <tr key={claim.id}>
              <td className="end proof-printed">
                <bdi>{claim.printed}</bdi>
              </td>
              <td>
                {wordsIn(claim.category, claim.indicator, claim.scope)}
                <span className="quiet small proof-under">{wordsIn(claim.unit, claim.period, claim.source)}</span>
              </td>
              <td className="quiet proof-where">
                <Where claim={claim} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const wordsIn = (...words: readonly (string | null)[]) => words.filter(word => word !== null).join(' · ')

function Where({ claim: { id, line } }: { claim: ProofClaim }) {
  const t = useText()
  const named = line === null || id !== `line ${line}`
  return (
    <>
      {named && <bdi>{id}</bdi>}
      {line !== null && <span className="proof-under">{t('proof.line', { line })}</span>}
    </>
  )
}
