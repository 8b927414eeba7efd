import { Button, Input, Radio } from 'antd'
import type { ContactSettings, ContactValues, Media } from '../../../../shared/contract'
import type { FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import styles from './House.module.css'

interface PhotoPartProps {
  photo: ContactValues['photo']
  shown: { url: string; alt: string } | null
  configured: ContactSettings['photo']['configured']
  fields: FieldErrors
  disabled: boolean
  onChange: (photo: ContactValues['photo'], picked?: Media) => void
  pick: () => Promise<Media | null>
}

/** The building's front: of the file, of the library, or none. */
export function PhotoPart({ photo, shown, configured, fields, disabled, onChange, pick }: PhotoPartProps) {
  const choose = async () => {
    const picked = await pick()
    if (picked !== null) onChange({ source: 'library', mediaId: picked.id, alt: picked.alt }, picked)
  }
  return (
    <>
      <Radio.Group
        aria-label={t('照片', 'Photo')}
        disabled={disabled}
        value={photo.source}
        onChange={(event) => {
          const source = event.target.value as ContactValues['photo']['source']
          if (source === 'library') void choose()
          else onChange({ source, mediaId: null, alt: '' })
        }}
        options={[
          ...(configured === null
            ? []
            : [{ value: 'configured', label: t('配置文件中的照片', 'Of the configuration') }]),
          { value: 'library', label: t('图片库中的照片', 'Of the library') },
          { value: 'none', label: t('不显示照片', 'None') },
        ]}
      />
      {shown !== null && <img className={styles.photo} src={shown.url} alt={shown.alt} />}
      {photo.source === 'library' && (
        <>
          {!disabled && (
            <div>
              <Button onClick={() => void choose()}>{t('更换照片', 'Another photo')}</Button>
            </div>
          )}
          <Field
            label={t('照片说明', 'In words')}
            hint={t('给看不见的人，如“办公楼正门，门口有坡道”。', 'For those who cannot see it.')}
            error={fields['photo.alt']}
          >
            {(control) => (
              <Input
                {...control}
                disabled={disabled}
                maxLength={120}
                value={photo.alt}
                onChange={(event) => onChange({ ...photo, alt: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </>
  )
}
