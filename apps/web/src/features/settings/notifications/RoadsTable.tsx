import { notificationKinds, type NotificationKind, type NotificationSettings } from '@kontuar/contracts'
import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import type { SaveSettings } from './NotificationSettingsPage.tsx'
import classes from './settings.module.css'

const roads = ['app', 'push', 'mail'] as const
type Road = (typeof roads)[number]
const nowhere = { app: false, push: false, mail: false }

/** What by which road. Each box saves itself. */
export function RoadsTable({ settings, save }: { settings: NotificationSettings; save: SaveSettings }) {
  const { t } = useTranslation('notifications')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const set = async (kind: NotificationKind, road: Road, on: boolean): Promise<void> => {
    const now = queries.getQueryData<NotificationSettings>(queryKeys.notifications.settings) ?? settings
    const wish = { ...(now.kinds[kind] ?? nowhere), [road]: on }
    queries.setQueryData(queryKeys.notifications.settings, { ...now, kinds: { ...now.kinds, [kind]: wish } })
    try {
      await save({ kinds: { [kind]: wish } })
    } catch (error) {
      void queries.invalidateQueries({ queryKey: queryKeys.notifications.settings })
      showNotice({ message: problemText(error, tCommon), tone: 'failed' })
    }
  }
  const any = (road: Road) => notificationKinds.some((kind) => settings.kinds[kind]?.[road])
  return (
    <>
      <table className={classes.roads}>
        <thead>
          <tr>
            <th scope="col">{t('set.kind')}</th>
            {roads.map((road) => <th key={road} scope="col" className={classes.road}>{t(`set.${road}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {notificationKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`kind.${kind}`)}</th>
              {roads.map((road) => (
                <td key={road} className={classes.road}>
                  <Checkbox
                    aria-label={t('set.onRoad', { kind: t(`kind.${kind}`), road: t(`set.${road}`) })}
                    checked={settings.kinds[kind]?.[road] ?? false}
                    onChange={(event) => void set(kind, road, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {any('push') && settings.push.browsers.length === 0 && <p className={classes.hint}>{t('set.noBrowser')}</p>}
      {any('mail') && settings.digest === null && <p className={classes.hint}>{t('set.noDigest')}</p>}
    </>
  )
}
