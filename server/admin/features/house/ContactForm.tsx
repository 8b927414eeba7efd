import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { useState, type ReactNode } from 'react'
import type { ContactSettings, Media } from '../../../../shared/contract'
import { call } from '../../api/call'
import { ApiError, wordsFor } from '../../api/errors'
import { Field } from '../../ui/Field'
import { t } from '../../ui/language'
import { SettingsForm } from '../../ui/SettingsForm'
import { PlaceFields } from '../../ui/place/PlaceFields'
import { BackToConfigured } from './BackToConfigured'
import { contactProblems, formOf, valuesOf, type ContactForm as Form } from './contactForm'
import { ContactPreview } from './ContactPreview'
import { ExceptionsPart } from './ExceptionsPart'
import styles from './House.module.css'
import { HoursPart } from './HoursPart'
import { PhonesPart } from './PhonesPart'
import { PhotoPart } from './PhotoPart'
import { contactQuery } from './queries'

type TextKey = 'address' | 'building' | 'postalCode' | 'placeName'

interface ContactFormProps {
  settings: ContactSettings
  mayChange: boolean
  /** A picture of the library, as somebody chooses it; null when nobody did. */
  pick: () => Promise<Media | null>
}

/** Everything of the contact card. Each part goes back to the configured value by itself. */
export function ContactForm({ settings, mayChange, pick }: ContactFormProps) {
  const [form, setForm] = useState(() => formOf(settings.values))
  const [picked, setPicked] = useState<Media | null>(null)
  const client = useQueryClient()
  const { message } = App.useApp()
  const save = useMutation({
    mutationFn: () => call('PUT /api/admin/settings/contact', { body: valuesOf(form) }),
    onSuccess: (kept) => {
      client.setQueryData(contactQuery.queryKey, kept)
      setForm(formOf(kept.values))
      message.success(t('联系方式已保存，会员端已更新', 'Saved; members see it now'))
    },
  })
  const problems = contactProblems(form)
  const fields = { ...(save.error instanceof ApiError ? save.error.fields : {}), ...problems }
  const values = valuesOf(form)
  const file = formOf(settings.configured)
  const same = (...keys: (keyof Form)[]) => keys.every((key) => JSON.stringify(form[key]) === JSON.stringify(file[key]))
  const back = (name: string, ...keys: (keyof Form)[]) =>
    mayChange && (
      <BackToConfigured
        name={name}
        isSame={same(...keys)}
        onBack={() => setForm({ ...form, ...Object.fromEntries(keys.map((key) => [key, file[key]])) })}
      />
    )
  const text = (key: TextKey, label: string, max: number, path: string = key, optional = false) => (
    <Field label={label} optional={optional} error={fields[path]}>
      {(control) => (
        <Input
          {...control}
          disabled={!mayChange}
          maxLength={max}
          value={form[key]}
          onChange={(event) => setForm({ ...form, [key]: event.target.value })}
        />
      )}
    </Field>
  )
  const part = (name: string, keys: (keyof Form)[], children: ReactNode) => (
    <section className={styles.part} aria-label={name}>
      <div className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        {back(name, ...keys)}
      </div>
      {children}
    </section>
  )
  const library = picked?.id === form.photo.mediaId && picked !== null ? picked : settings.photo.library
  const shown =
    form.photo.source === 'none' ? null : form.photo.source === 'library' ? library : settings.photo.configured
  const disabled = !mayChange
  const isSame = JSON.stringify(form) === JSON.stringify(formOf(settings.values))

  return (
    <div className={styles.page}>
      <SettingsForm
        name={t('联系方式', 'Contact card')}
        className={styles.form}
        mayChange={mayChange}
        problem={save.error === null ? undefined : wordsFor(save.error)}
        saving={save.isPending}
        still={isSame || Object.keys(problems).length > 0}
        onSave={() => {
          if (Object.keys(problems).length === 0) save.mutate()
        }}
      >
        {part(
          t('电话', 'Telephones'),
          ['phones'],
          <PhonesPart
            {...{ phones: form.phones, fields, disabled }}
            onChange={(phones) => setForm({ ...form, phones })}
          />,
        )}
        {part(
          t('地址与地图', 'Address and map'),
          ['address', 'building', 'postalCode', 'latitude', 'longitude', 'placeName'],
          <>
            {text('address', t('地址', 'Address'), 100)}
            <div className={styles.pair}>
              {text('building', t('楼栋房号', 'Building'), 100, 'building', true)}
              {text('postalCode', t('邮政编码', 'Postal code'), 6, 'postalCode', true)}
            </div>
            <p className={styles.soft}>
              {t(
                '地图坐标用国测局坐标；经纬度都留空则不显示地图。',
                'Coordinates of the Chinese grid (GCJ-02); leave both empty for no map.',
              )}
            </p>
            <PlaceFields
              place={form}
              name={form.placeName}
              errors={{ latitude: fields['location.latitude'], longitude: fields['location.longitude'] }}
              disabled={disabled}
              onChange={({ latitude, longitude }) => setForm({ ...form, latitude, longitude })}
            />
            {text('placeName', t('地图上的名称', 'Name on the map'), 40, 'location.name', true)}
          </>,
        )}
        {part(
          t('办公时间', 'Office hours'),
          ['days'],
          <HoursPart {...{ days: form.days, fields, disabled }} onChange={(days) => setForm({ ...form, days })} />,
        )}
        {part(
          t('例外日', 'Days of their own'),
          ['exceptions'],
          <ExceptionsPart
            {...{ exceptions: form.exceptions, publicDays: settings.publicDays, fields, disabled }}
            onChange={(exceptions) => setForm({ ...form, exceptions })}
          />,
        )}
        {part(
          t('照片', 'Photo'),
          ['photo'],
          <PhotoPart
            {...{ photo: form.photo, shown, configured: settings.photo.configured, fields, disabled, pick }}
            onChange={(photo, media) => {
              if (media !== undefined) setPicked(media)
              setForm({ ...form, photo })
            }}
          />,
        )}
      </SettingsForm>
      <ContactPreview values={values} photo={shown} publicDays={settings.publicDays} />
    </div>
  )
}
