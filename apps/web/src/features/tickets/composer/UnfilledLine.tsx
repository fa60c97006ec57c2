import { cannedVariables } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './composer.module.css'

/** Places of a canned answer that nothing has filled in, named before the text leaves. */
export function UnfilledLine({ names, sendAnyway }: { names: readonly string[]; sendAnyway: () => void }) {
  const { t } = useTranslation('ticket')
  const said = names.map((name) => {
    const known = cannedVariables.find((each) => each === name)
    return known ? `${t(`variable.${known}`)} {{${name}}}` : `{{${name}}}`
  })
  return (
    <div className={classes.unfilled} role="alert">
      <span>{t('canned.unfilled', { names: said.join(', '), count: names.length })}</span>
      <Button variant="subtle" color="amber" size="compact-sm" onClick={sendAnyway}>{t('canned.sendAnyway')}</Button>
    </div>
  )
}
