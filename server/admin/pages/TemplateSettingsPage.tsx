import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { TemplateKind } from '../../../shared/domain/topics'
import { wordsFor } from '../api/errors'
import styles from '../features/house/House.module.css'
import { sessionQuery } from '../features/session/queries'
import { ChooseDialog } from '../features/templates/ChooseDialog'
import { templatesQuery, wechatTemplatesQuery } from '../features/templates/queries'
import { TemplateKindPart } from '../features/templates/TemplateKindPart'
import { t } from '../ui/language'
import { SettingsFrame } from './settings/SettingsFrame'

export function TemplateSettingsPage() {
  const session = useQuery(sessionQuery)
  const mayChange = session.data?.role === 'administrator'
  const settings = useQuery(templatesQuery)
  const wechat = useQuery({ ...wechatTemplatesQuery, enabled: mayChange })
  const [choosing, setChoosing] = useState<TemplateKind | null>(null)
  const listed = wechat.data?.items
  const entry = settings.data?.kinds.find(({ kind }) => kind === choosing)
  return (
    <SettingsFrame
      title={t('微信模板', 'WeChat templates')}
      settings={settings}
      tools={
        mayChange && (
          <Button loading={wechat.isFetching} onClick={() => void wechat.refetch()}>
            {t('从微信刷新', 'Ask WeChat again')}
          </Button>
        )
      }
    >
      {({ kinds }) => (
        <>
          <div className={styles.form} style={{ maxWidth: 760 }}>
            {!mayChange && (
              <Alert type="info" title={t('只有管理员可以更换模板。', 'Only administrators may change this.')} />
            )}
            {wechat.error !== null && (
              <Alert
                type="warning"
                title={t('没有取到微信账号中的模板，暂时不能更换。', 'The list of WeChat could not be had.')}
                description={wordsFor(wechat.error)}
              />
            )}
            {kinds.map((kind) => (
              <TemplateKindPart
                key={kind.kind}
                entry={kind}
                listed={listed}
                mayChange={mayChange}
                onChoose={() => setChoosing(kind.kind)}
              />
            ))}
          </div>
          {entry !== undefined && listed !== undefined && (
            <ChooseDialog key={entry.kind} entry={entry} listed={listed} onClose={() => setChoosing(null)} />
          )}
        </>
      )}
    </SettingsFrame>
  )
}
