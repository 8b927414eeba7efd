import { Input, Segmented } from 'antd'
import { formatPeriod } from '../../../../shared/domain/time'
import type { FieldErrors } from '../../api/errors'
import { Field } from '../../ui/Field'
import { ShanghaiPicker } from '../../ui/ShanghaiPicker'
import { ADDRESS_MAX, VENUE_MAX, type EventForm } from './eventForm'
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
      <Field label="开始时间" error={fields['event.startsAt']}>
        {(control) => (
          <ShanghaiPicker control={control} value={startsAt} onChange={(instant) => set({ startsAt: instant })} />
        )}
      </Field>
      <Field label="结束时间" hint={period} error={fields['event.endsAt']}>
        {(control) => (
          <ShanghaiPicker
            control={control}
            value={endsAt}
            near={startsAt}
            onChange={(instant) => set({ endsAt: instant })}
          />
        )}
      </Field>
      <Field label="报名截止" optional error={fields['event.signupDeadline']}>
        {(control) => (
          <ShanghaiPicker
            control={control}
            value={event.signupDeadline}
            near={startsAt}
            onChange={(instant) => set({ signupDeadline: instant })}
          />
        )}
      </Field>
      <Field label="活动地点" error={fields['event.venue']}>
        {(control) => (
          <Input
            {...control}
            maxLength={VENUE_MAX}
            placeholder="如：协会三楼多功能厅"
            value={event.venue}
            onChange={(input) => set({ venue: input.target.value })}
          />
        )}
      </Field>
      <Field label="详细地址" optional error={fields['event.address']}>
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
        <Field label="纬度" optional error={fields['event.location.latitude']}>
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
        <Field label="经度" optional error={fields['event.location.longitude']}>
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
        <span id="event-decision">活动安排</span>
        <Segmented<EventForm['decision']>
          aria-labelledby="event-decision"
          value={event.decision}
          options={[
            { value: 'scheduled', label: '如期举行' },
            { value: 'cancelled', label: '已取消' },
          ]}
          onChange={(decision) => set({ decision })}
        />
      </div>
    </>
  )
}
