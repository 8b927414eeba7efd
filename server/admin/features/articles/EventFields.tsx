import { Input, Segmented } from 'antd'
import { formatPeriod } from '../../../../shared/domain/time'
import type { FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { ShanghaiPicker } from '../../ui/ShanghaiPicker'
import { ADDRESS_MAX, VENUE_MAX, type EventForm } from './eventForm'
import { t } from '../../ui/language'
import styles from './SidePanel.module.css'

interface EventFieldsProps {
  event: EventForm
  fields: FieldErrors
  onChange: (event: EventForm) => void
}

/** When, where and until when, in the time of Asia/Shanghai. */
export function EventFields({ event, fields, onChange }: EventFieldsProps) {
  const set = (part: Partial<EventForm>) => onChange({ ...event, ...part })
  const { startsAt, endsAt } = event
  const period = startsAt !== null && endsAt !== null && endsAt > startsAt ? formatPeriod(startsAt, endsAt) : undefined
  return (
    <>
      <Field label={t('开始时间', 'Start')} error={fields['event.startsAt']}>
        {(control) => (
          <ShanghaiPicker control={control} value={startsAt} onChange={(instant) => set({ startsAt: instant })} />
        )}
      </Field>
      <Field label={t('结束时间', 'End')} hint={period} error={fields['event.endsAt']}>
        {(control) => (
          <ShanghaiPicker
            control={control}
            value={endsAt}
            near={startsAt}
            onChange={(instant) => set({ endsAt: instant })}
          />
        )}
      </Field>
      <Field label={t('报名截止', 'Sign-up deadline')} optional error={fields['event.signupDeadline']}>
        {(control) => (
          <ShanghaiPicker
            control={control}
            value={event.signupDeadline}
            near={startsAt}
            onChange={(instant) => set({ signupDeadline: instant })}
          />
        )}
      </Field>
      <Field label={t('活动地点', 'Venue')} error={fields['event.venue']}>
        {(control) => (
          <Input
            {...control}
            maxLength={VENUE_MAX}
            placeholder={t('如：协会三楼多功能厅', 'e.g. the hall on the third floor')}
            value={event.venue}
            onChange={(input) => set({ venue: input.target.value })}
          />
        )}
      </Field>
      <Field label={t('详细地址', 'Address')} optional error={fields['event.address']}>
        {(control) => (
          <Input
            {...control}
            maxLength={ADDRESS_MAX}
            value={event.address}
            onChange={(input) => set({ address: input.target.value })}
          />
        )}
      </Field>
      <div className={styles.pair}>
        <Field label={t('纬度', 'Latitude')} optional error={fields['event.location.latitude']}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              placeholder="22.2723"
              value={event.latitude}
              onChange={(input) => set({ latitude: input.target.value })}
            />
          )}
        </Field>
        <Field label={t('经度', 'Longitude')} optional error={fields['event.location.longitude']}>
          {(control) => (
            <Input
              {...control}
              inputMode="decimal"
              placeholder="113.5745"
              value={event.longitude}
              onChange={(input) => set({ longitude: input.target.value })}
            />
          )}
        </Field>
      </div>
      <div className={styles.line}>
        <span id="event-decision">{t('活动安排', 'The event is')}</span>
        <Segmented<EventForm['decision']>
          aria-labelledby="event-decision"
          value={event.decision}
          options={[
            { value: 'scheduled', label: t('如期举行', 'on as planned') },
            { value: 'cancelled', label: t('已取消', 'Cancelled') },
          ]}
          onChange={(decision) => set({ decision })}
        />
      </div>
    </>
  )
}
