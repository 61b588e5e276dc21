import { IconEye, IconMinus, IconPencil } from '@tabler/icons-react'
import { sensitivities } from '#dictionary/field.ts'
import { useLabels, useText } from '../text/text.tsx'
import { useGrantWords } from './accounts/grant-words.ts'
import { type RoleLine, roleTable, type Way } from './role-table.ts'

const lines = roleTable()

/** Roles in plain words: first side by side, then each with its kinds of record. */
export function Roles() {
  const t = useText()
  const words = useGrantWords()
  return (
    <section>
      <h2>{t('admin.roles')}</h2>
      <p className="quiet">{t('admin.roles.about')}</p>
      <div
        className="scrolls"
        role="region"
        aria-label={t('admin.roles.table')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by the keyboard
        tabIndex={0}
      >
        <table className="compare role-table">
          <caption className="for-readers">{t('admin.roles.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('admin.role')}</th>
              {sensitivities.map(each => (
                <th key={each} scope="col">
                  {t(`class.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ role, ways }) => (
              <tr key={role.id}>
                <th scope="row">{words.role(role.id)}</th>
                {sensitivities.map(each => (
                  <td key={each}>
                    <WayMark way={ways[each]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('admin.roles.each')}</h3>
      <div className="role-list">
        {lines.map(line => (
          <RoleWords key={line.role.id} line={line} />
        ))}
      </div>
    </section>
  )
}

function WayMark({ way }: { way: Way }) {
  const t = useText()
  const Icon = way === 'writes' ? IconPencil : way === 'reads' ? IconEye : IconMinus
  return (
    <span className={way === 'none' ? 'meaning quiet' : 'meaning'}>
      <Icon size={16} aria-hidden /> {t(`way.${way}`)}
    </span>
  )
}

function RoleWords({ line: { role } }: { line: RoleLine }) {
  const t = useText()
  const labels = useLabels()
  const words = useGrantWords()
  const types = Object.entries(role.types)
  return (
    <details>
      <summary>
        <strong>{words.role(role.id)}</strong> <span className="quiet">{words.about(role.id)}</span>
      </summary>
      <div className="stack">
        <p>
          {t('admin.roles.scopes')} {role.scopes.map(words.scope).join(', ')}
          {role.secondApprover && `. ${t('admin.needsSecond')}`}
        </p>
        {role.verbs.length > 0 && (
          <div>
            <p>{t('admin.roles.may')}</p>
            <ul className="plain-list">
              {role.verbs.map(verb => (
                <li key={verb}>{words.verb(verb)}</li>
              ))}
            </ul>
          </div>
        )}
        {types.length === 0 ? (
          <p>{t('admin.roles.noRecords')}</p>
        ) : (
          <table className="compare rows">
            <caption className="for-readers">{t('admin.roles.records', { role: words.role(role.id) })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('admin.record')}</th>
                <th scope="col">{t('admin.roles.sees')}</th>
                <th scope="col">{t('admin.roles.writes')}</th>
              </tr>
            </thead>
            <tbody>
              {types.map(([type, { read, write }]) => (
                <tr key={type}>
                  <th scope="row">{labels.type(type)}</th>
                  <td data-head={t('admin.roles.sees')}>{read.map(each => t(`class.${each}`)).join(', ') || '–'}</td>
                  <td data-head={t('admin.roles.writes')}>{write.map(each => t(`class.${each}`)).join(', ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </details>
  )
}
