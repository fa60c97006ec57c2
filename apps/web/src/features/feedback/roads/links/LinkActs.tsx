import type { SurveyLink } from '@kontuar/contracts'
import { ActionIcon, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../../api/me.ts'
import { useLinkActs } from './link-queries.ts'

export function LinkActs({ link }: { link: SurveyLink }) {
  const { t } = useTranslation('roads')
  const { setActive, retire } = useLinkActs()
  const name = [link.name, link.place].filter(Boolean).join(', ')
  if (!useCan('feedback.manage')) return null
  return (
    <>
      <Switch aria-label={t('activeOf', { name })} checked={link.active} onChange={() => void setActive(link, !link.active)} />
      <ActionIcon variant="subtle" color="gray" aria-label={t('retireOf', { name })} title={t('retire')} onClick={() => void retire(link)}><IconTrash size={16} stroke={1.5} aria-hidden /></ActionIcon>
    </>
  )
}
