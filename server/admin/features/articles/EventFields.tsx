import { Input, Segmented } from 'antd'
import { formatPeriod } from '../../../../shared/domain/time'
import type { FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { PlaceFields } from '../../ui/place/PlaceFields'
import { ShanghaiPicker } from '../../ui/ShanghaiPicker'
import { ADDRESS_MAX, CAPACITY_MAX, VENUE_MAX, type EventForm } from './eventForm'
import { LastVenues } from './LastVenues'
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
      <LastVenues venue={event.venue} onChoose={set} />
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
      <PlaceFields
        place={event}
        name={event.venue}
        errors={{ latitude: fields['event.location.latitude'], longitude: fields['event.location.longitude'] }}
        onChange={({ latitude, longitude }) => set({ latitude, longitude })}
      />
      <Field
        label={t('名额说明', 'Places')}
        optional
        hint={t('如：限 30 人，报满为止。显示在活动信息里。', 'Such as: 30 people, first come first served.')}
        error={fields['event.capacityNote']}
      >
        {(control) => (
          <Input
            {...control}
            maxLength={CAPACITY_MAX}
            value={event.capacityNote}
            onChange={(input) => set({ capacityNote: input.target.value })}
          />
        )}
      </Field>
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
