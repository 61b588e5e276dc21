import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconEye, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { builtIn, codeOf } from '#dictionary/dictionary.ts'
import { Refused } from '../../session/problem.tsx'
import { useDictionary } from '../../shell/words.ts'
import { useLabels, useText } from '../../text/text.tsx'
import { AddAnswers } from './add-answers.tsx'
import { AddField } from './add-field.tsx'
import { Appears } from './appears.tsx'
import { HideBuiltIn, useHiddenName } from './hide.tsx'
import { FromFile } from './from-file.tsx'
import { useDictionaryState, usePublish } from './use-publish.ts'

type Doing = 'field' | 'answers' | 'hide' | 'file' | null

/** What this organisation records beyond the built-in dictionary: no programming, and old records keep their words. */
export function OwnFields() {
  const t = useText()
  const [doing, setDoing] = useState<Doing>(null)
  const close = () => setDoing(null)
  return (
    <section>
      <div className="row ends">
        <h2>{t('admin.fields')}</h2>
        <div className="row tight">
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDoing('field')}>
            {t('admin.field.add')}
          </Button>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
                {t('admin.field.other')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setDoing('answers')}>{t('admin.answers.add')}</Menu.Item>
              <Menu.Item onClick={() => setDoing('hide')}>{t('admin.hide')}</Menu.Item>
              <Menu.Item onClick={() => setDoing('file')}>{t('admin.file')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <p className="quiet">{t('admin.fields.about')}</p>
      <OwnList />
      <OwnAnswers />
      <Hidden />
      <Versions />
      {doing === 'field' && <AddField onClose={close} />}
      {doing === 'answers' && <AddAnswers onClose={close} />}
      {doing === 'hide' && <HideBuiltIn onClose={close} />}
      {doing === 'file' && <FromFile onClose={close} />}
    </section>
  )
}

function OwnList() {
  const t = useText()
  const d = useDictionary()
  const labels = useLabels()
  const own = [...d.recordTypes].flatMap(([type, { fields }]) =>
    Object.entries(fields)
      .filter(([name]) => name.startsWith('own_'))
      .map(([name, field]) => ({ type, name, field })),
  )
  if (own.length === 0) return <p>{t('admin.fields.none')}</p>
  return (
    <table className="compare rows">
      <caption className="for-readers">{t('admin.fields')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('admin.field')}</th>
          <th scope="col">{t('admin.field.kind')}</th>
          <th scope="col">{t('admin.field.class')}</th>
          <th scope="col">{t('admin.field.appears')}</th>
        </tr>
      </thead>
      <tbody>
        {own.map(({ type, name, field }) => (
          <tr key={`${type}.${name}`}>
            <th scope="row">
              <bdi>{labels.field(type, name)}</bdi>
              <br />
              <bdi className="id quiet">{name}</bdi>
            </th>
            <td data-head={t('admin.field.kind')}>
              {t(`kind.${field.kind}`)}
              {field.list !== undefined && (
                <span className="quiet"> ({d.lists.get(field.list)?.codes.length ?? 0})</span>
              )}
            </td>
            <td data-head={t('admin.field.class')}>{t(`class.${field.class}`)}</td>
            <td data-head={t('admin.field.appears')}>
              <Appears
                type={type}
                class={field.class}
                counted={field.dimension !== undefined}
                section={field.section}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Answers added to built-in lists. */
function OwnAnswers() {
  const t = useText()
  const d = useDictionary()
  const added = [...d.lists.values()]
    .filter(list => !list.id.startsWith('own_'))
    .map(list => ({ list, codes: list.codes.filter(({ code }) => codeOf(builtIn, list.id, code) === undefined) }))
    .filter(({ codes }) => codes.length > 0)
  if (added.length === 0) return null
  return (
    <>
      <h3>{t('admin.answers')}</h3>
      <ul className="plain-list">
        {added.map(({ list, codes }) => (
          <li key={list.id}>
            {list.label}: {codes.map(code => code.label).join(', ')}
          </li>
        ))}
      </ul>
    </>
  )
}

function Hidden() {
  const t = useText()
  const d = useDictionary()
  const nameOf = useHiddenName()
  const publish = usePublish()
  const [error, setError] = useState<unknown>(null)
  if (d.hidden.size === 0) return null
  const show = async (id: string) => {
    setError(null)
    try {
      await publish({ note: nameOf(id), shown: [id] })
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <>
      <h3>{t('admin.hidden')}</h3>
      <ul className="grants">
        {[...d.hidden].map(id => (
          <li key={id}>
            <span>{nameOf(id)}</span>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconEye size={16} aria-hidden />}
              aria-label={t('admin.hidden.showOf', { name: nameOf(id) })}
              onClick={() => void show(id)}
            >
              {t('admin.hidden.show')}
            </Button>
          </li>
        ))}
      </ul>
      <Refused error={error} />
    </>
  )
}

function Versions() {
  const t = useText()
  const state = useDictionaryState()
  const count = (extension: Readonly<Record<string, unknown>>, part: string) => {
    const found = extension[part]
    return Array.isArray(found) ? found.length : 0
  }
  if (state.error) return <Refused error={state.error} />
  if (!state.data || state.data.extensions.length === 0) return null
  return (
    <>
      <h3>{t('admin.versions')}</h3>
      <ol className="versions" reversed>
        {state.data.extensions
          .map((extension, at) => ({ extension, version: at + 1 }))
          .reverse()
          .map(({ extension, version }) => (
            <li key={version}>
              <details>
                <summary>
                  {t('admin.version', { n: version })}{' '}
                  <span className="quiet">
                    {typeof extension['note'] === 'string' && extension['note'] !== '' && (
                      <>
                        <bdi>{extension['note']}</bdi> ·{' '}
                      </>
                    )}
                    {t('admin.version.what', {
                      fields: count(extension, 'fields'),
                      answers: count(extension, 'codes'),
                      questionnaires: count(extension, 'questionnaires'),
                      hidden: count(extension, 'hidden'),
                    })}
                  </span>
                </summary>
                <pre
                  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by the keyboard
                  tabIndex={0}
                  role="region"
                  aria-label={t('admin.version', { n: version })}
                  dir="ltr"
                >
                  {JSON.stringify(extension, null, 2)}
                </pre>
              </details>
            </li>
          ))}
      </ol>
    </>
  )
}
