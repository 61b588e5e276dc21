import { IconPlus } from '@tabler/icons-react'
import type { Standing } from '#casework/standing.ts'
import { useDictionary } from '../shell/words.ts'
import { Isolated } from '../text/fmt.tsx'
import { useLabels, useText } from '../text/text.tsx'
import type { Editing } from './record-dialog.tsx'
import type { OpenCase } from './use-case.ts'

/** What has parts of its own above, or is made where two files are compared. */
const heads: ReadonlySet<string> = new Set(['person', 'case', 'link', 'confidentiality', 'naming'])

/** The file as a quiet list: parts of the person and the case with how much is answered, then the kinds of records. */
export function Sections(props: { open: OpenCase; standing: Standing; onEdit: (editing: Editing) => void }) {
  const d = useDictionary()
  const t = useText()
  const labels = useLabels()
  const { open, standing, onEdit } = props
  const records = [...d.recordTypes.values()]
    .filter(
      ({ id, under }) => (under === 'case' || (under === 'person' && open.place.person !== null)) && !heads.has(id),
    )
    .filter(({ id }) => open.readable(id).size > 0)
    .sort((a, b) => (a.place ?? 99) - (b.place ?? 99))
  return (
    <aside className="sections" aria-labelledby="sections">
      <h2 id="sections">{t('sections.title')}</h2>
      {(['person', 'case'] as const).map(type => (
        <div key={type}>
          <h3>{labels.type(type)}</h3>
          <ul className="rows">
            {standing.completeness
              .filter(part => part.type === type)
              .map(part => (
                <li key={part.section}>
                  <button
                    type="button"
                    className="row-button"
                    onClick={() =>
                      onEdit({
                        type,
                        record: (type === 'person' ? open.file.person?.id : open.file.case.id) ?? null,
                        section: part.section,
                      })
                    }
                  >
                    <span>{part.section ? labels.section(part.section) : labels.type(type)}</span>
                    <Isolated className="quiet small number">
                      {t('sections.answered', { answered: part.answered, all: part.all })}
                    </Isolated>
                  </button>
                </li>
              ))}
          </ul>
        </div>
      ))}
      <div>
        <h3>{t('sections.records')}</h3>
        <ul className="rows">
          {records.map(({ id: type, empty }) => {
            const count = standing.counts[type] ?? open.file.records.filter(each => each.type === type).length
            const may = open.writable(type).size > 0
            return (
              <li key={type}>
                <button
                  type="button"
                  className="row-button"
                  title={count === 0 ? empty : undefined}
                  disabled={!may}
                  aria-label={t('sections.add', { type: labels.type(type), count })}
                  data-add={type}
                  onClick={() => onEdit({ type, record: null })}
                >
                  <span>{labels.plural(type)}</span>
                  <span className="quiet small number meaning">
                    {count > 0 && count} {may && <IconPlus size={16} aria-hidden />}
                  </span>
                </button>
              </li>
            )
          })}
        </ul>
      </div>
    </aside>
  )
}
