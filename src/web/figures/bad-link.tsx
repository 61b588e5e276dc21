import { Link } from '@tanstack/react-router'
import { IconLinkOff } from '@tabler/icons-react'
import { useMaybeText, useText } from '../text/text.tsx'

/** A link that is not answered: without the part that cannot be read it would be another question. */
export function BadLink(props: { part: string; unknown?: never } | { unknown: readonly string[]; part?: never }) {
  const t = useText()
  const maybe = useMaybeText()
  const why =
    props.unknown === undefined
      ? t('figures.badLink.part', { part: maybe(`figures.badLink.part.${props.part}`) ?? props.part })
      : t('figures.badLink.unknown', { names: props.unknown.slice(0, 5).join(', ') })
  return (
    <div className="notice stop" role="alert">
      <IconLinkOff size={20} aria-hidden />
      <div>
        <h2>{t('figures.badLink')}</h2>
        <p>{why}</p>
        <p>{t('figures.badLink.how')}</p>
        <p>
          <Link to="/figures" search={{} as never}>
            {t('figures.badLink.begin')}
          </Link>
        </p>
      </div>
    </div>
  )
}
