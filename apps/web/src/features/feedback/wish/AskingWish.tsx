import { changeAskingWish, getAskingWish, type BodyOf } from '@kontuar/contracts'
import { Checkbox, Skeleton, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useCan, useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { problemText } from '../../../ui/problem-text.ts'
import '../frame/feedback-styles.ts'
import classes from './wish.module.css'

/** When the customer was asked last, from when again, and what they have said of it. */
export function AskingWish({ customerId, heading: Heading = 'h3' }: { customerId: string; heading?: 'h2' | 'h3' | undefined }) {
  const { t } = useTranslation('ask')
  const { t: tCommon } = useTranslation()
  const { timeZone } = useMe().organization
  const mayChange = useCan('customer.change')
  const queries = useQueryClient()
  const queryKey = queryKeys.asking(customerId)
  const wish = useQuery({ queryKey, queryFn: ({ signal }) => api(getAskingWish, { params: { id: customerId }, signal }) })
  const changing = useMutation({
    mutationFn: (body: BodyOf<typeof changeAskingWish>) => api(changeAskingWish, { params: { id: customerId }, body }),
    onSuccess: (saved) => queries.setQueryData(queryKey, saved),
  })
  if (wish.isPending) return <Skeleton height={104} mt={16} radius="sm" />
  if (wish.isError) return <section className={classes.wish}><Heading className={classes.heading}>{t('wish.title')}</Heading><Problem error={wish.error} retry={() => void wish.refetch()} /></section>
  const { optedOutAt, minor, bornOn, lastAskedAt, nextAskingFrom } = wish.data
  // Shown as wished while it is being saved.
  const wished = changing.isPending ? changing.variables : {}
  const out = wished.optedOut ?? optedOutAt !== null
  const day = (at: string) => new Intl.DateTimeFormat(currentLocale() === 'en' ? 'en-GB' : currentLocale(), { timeZone, dateStyle: 'medium' }).format(new Date(at))
  const asked = lastAskedAt === null ? t('wish.never') : t('wish.last', { when: day(lastAskedAt) })
  return (
    <section className={classes.wish}>
      <Heading className={classes.heading}>{t('wish.title')}</Heading>
      <p className={classes.said}>{asked} {!out && nextAskingFrom !== null && t('wish.next', { when: day(nextAskingFrom) })}</p>
      <Switch size="xs" label={t('wish.out')} {...(optedOutAt !== null && { description: t('wish.since', { when: day(optedOutAt) }) })} disabled={!mayChange} checked={out} onChange={(event) => changing.mutate({ optedOut: event.currentTarget.checked })} />
      <Checkbox size="xs" label={t('wish.minor')} {...(bornOn !== null && { description: t('wish.born', { when: day(`${bornOn}T12:00:00Z`) }) })} disabled={!mayChange} checked={wished.minor ?? minor} onChange={(event) => changing.mutate({ minor: event.currentTarget.checked })} />
      {changing.isError && <p role="alert" className={classes.fault}>{problemText(changing.error, tCommon)}</p>}
    </section>
  )
}
