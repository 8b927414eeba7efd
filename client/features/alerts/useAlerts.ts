import { useCallback, useRef, useState } from 'react'
import type { Alerts, AlertTopic } from '../../../shared/contract'
import { failed, retried, startLoad, type Load } from '../../loading/load'
import { say } from '../../platform/device'
import { ApiFailure, asProblem, problemOf } from '../../platform/problem'
import { callAsMember } from '../../platform/session'
import { subscriptionSetting } from '../../platform/subscriptions'
import { surroundings } from '../../platform/wechat'
import type { Guidance } from './answers'
import { askInTap } from './asking'
import { sendReports } from './reporting'
import { adviceOf, adviceUnasked, readSetting, refusedUnasked, type Setting } from './setting'

/** `outside`: in an ordinary browser, where WeChat cannot be asked. */
export type AlertsLoad = Load<Alerts> | { state: 'outside' }

export interface AlertsControls {
  load: AlertsLoad
  /** The member's own choices in WeChat; null when it does not tell them. */
  setting: Setting | null
  guidance: Guidance | null
  refresh: () => Promise<void>
  /** To be called inside a tap: opens the dialog before it does anything else. */
  ask: (topics: AlertTopic[]) => void
  turn: (topic: AlertTopic, subscribed: boolean) => Promise<void>
}

async function readAlerts(): Promise<Alerts> {
  const alerts = (await sendReports()) ?? (await callAsMember('GET /api/alerts', {}))
  if (!Array.isArray(alerts.topics)) throw new ApiFailure(problemOf(502, null))
  return alerts
}

/** The member's alerts. Logs in silently; browsing needs no login. */
export function useAlerts(): AlertsControls {
  const [load, setLoad] = useState<AlertsLoad>(() => startLoad<Alerts>(null))
  const [setting, setSetting] = useState<Setting | null>(null)
  const [refused, setRefused] = useState<Guidance | null>(null)
  const lastSetting = useRef<Setting | null>(null)
  const show = useCallback((data: Alerts) => setLoad({ state: 'ready', data, stale: null }), [])

  const readChoices = useCallback(async () => {
    lastSetting.current = readSetting(await subscriptionSetting())
    setSetting(lastSetting.current)
  }, [])

  const refresh = useCallback(async () => {
    if ((await surroundings()) === 'browser') return setLoad({ state: 'outside' })
    setRefused(null)
    void readChoices()
    setLoad((before) => (before.state === 'outside' ? before : retried(before)))
    try {
      show(await readAlerts())
    } catch (thrown) {
      setLoad((before) => (before.state === 'outside' ? before : failed(before, asProblem(thrown))))
    }
  }, [readChoices, show])

  const ask = useCallback(
    (topics: AlertTopic[]) => {
      // Nothing may be awaited before this line: WeChat opens the dialog only inside the tap.
      const asking = askInTap([...new Set(topics.map(({ template }) => template.id))])
      setRefused(null)
      void asking.then(({ answered, guidance, alerts }) => {
        if (alerts) show(alerts)
        if (answered) {
          say(answered.words)
          const answers = answered.report.answers.map(({ answer }) => answer)
          if (refusedUnasked(answers, answered.tookMs, lastSetting.current)) setRefused(adviceUnasked(topics))
        } else {
          setRefused(guidance)
        }
        // The member may have ticked "always keep this choice" just now.
        void readChoices()
      })
    },
    [readChoices, show],
  )

  const turn = useCallback(
    async ({ topic }: AlertTopic, subscribed: boolean) => {
      try {
        show(await callAsMember('PUT /api/alerts/topics/{topic}', { params: { topic }, body: { subscribed } }))
      } catch (thrown) {
        say(asProblem(thrown).message)
        await refresh()
      }
    },
    [refresh, show],
  )

  const guidance = refused ?? (load.state === 'ready' ? adviceOf(setting, load.data.topics) : null)
  return { load, setting, guidance, refresh, ask, turn }
}
