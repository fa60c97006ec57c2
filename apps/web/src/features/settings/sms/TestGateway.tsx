import { testSmsGateway } from '@kontuar/contracts'
import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { fieldErrors } from '../../../ui/form-errors.ts'
import { Problem } from '../../../ui/Problem.tsx'
import shared from '../settings.module.css'
import classes from './sms.module.css'

/** A real message through what is stored: whether it works is seen on the phone. */
export function TestGateway() {
  const { t } = useTranslation('sms')
  const queries = useQueryClient()
  const form = useForm({ initialValues: { to: '' }, validateInputOnBlur: true, validate: { to: (to) => (/\d{6}/.test(to.replace(/[\s().-]/g, '')) ? null : t('wrong.to')) } })
  const test = useMutation({
    mutationFn: ({ to }: typeof form.values) => api(testSmsGateway, { body: { to: to.trim() } }),
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.smsGateway }),
    onError: (error) => form.setErrors('to' in fieldErrors(error) ? { to: t('wrong.to') } : {}),
  })
  const result = test.data
  return (
    <form
      noValidate
      className={classes.test}
      onSubmit={form.onSubmit((values) => {
        if (!test.isPending) test.mutate(values)
      })}
    >
      <TextInput className={shared.narrow} label={t('testTo')} description={t('testToHint')} type="tel" autoComplete="tel" maxLength={40} {...form.getInputProps('to')} />
      {test.isError && !('to' in fieldErrors(test.error)) && <Problem error={test.error} />}
      <div role="status" className={classes.outcome}>
        {result && !test.isPending && (
          <div className={classes.result} data-ok={result.ok}>
            {result.ok ? <IconCheck size={16} stroke={1.75} aria-hidden /> : <IconAlertTriangle size={16} stroke={1.5} aria-hidden />}
            <div>
              {result.ok ? t('testOk') : t('testFailed')}
              <div className={classes.detail}>{result.detail}</div>
              {result.gatewayId && <div className={classes.detail}>{t('testId', { id: result.gatewayId })}</div>}
            </div>
          </div>
        )}
      </div>
      <Button type="submit" variant="default" aria-disabled={test.isPending} onPointerDown={(event) => event.preventDefault()}>{test.isPending ? t('testing') : t('testAct')}</Button>
    </form>
  )
}
