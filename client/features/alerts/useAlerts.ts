import { useCallback, useState } from 'react'
import type { Alerts, AlertTopic } from '../../../shared/contract'
import { failed, retried, startLoad, type Load } from '../../loading/load'
import { say } from '../../platform/device'
import { newIdentifier } from '../../platform/identifiers'
import { asProblem } from '../../platform/problem'
import { callAsMember } from '../../platform/session'
import { openSubscribeDialog, surroundings } from '../../platform/wechat'
import { describeReport, guidanceOf, reportOf, type Guidance } from './answers'
import { sendReports, writeDown } from './reporting'

/** `outside`: in an ordinary browser, where WeChat cannot be asked. */
export type AlertsLoad = Load<Alerts> | { state: 'outside' }

export interface AlertsControls {
  load: AlertsLoad
  guidance: Guidance | null
  refresh: () => Promise<void>
  /** To be called inside a tap: opens the dialog before it does anything else. */
  ask: (topics: AlertTopic[]) => void
  turn: (topic: AlertTopic, subscribed: boolean) => Promise<void>
  dismiss: () => void
}

const codeOf = (refusal: unknown): number | undefined =>
  typeof refusal === 'object' && refusal !== null && 'errCode' in refusal ? Number(refusal.errCode) : undefined

/** The member's alerts. Logs in silently; nothing else in the app needs a login. */
export function useAlerts(): AlertsControls {
  const [load, setLoad] = useState<AlertsLoad>(() => startLoad<Alerts>(null))
  const [guidance, setGuidance] = useState<Guidance | null>(null)
  const show = useCallback((data: Alerts) => setLoad({ state: 'ready', data, stale: null }), [])

  const refresh = useCallback(async () => {
    if ((await surroundings()) === 'browser') return setLoad({ state: 'outside' })
    setLoad((before) => (before.state === 'outside' ? before : retried(before)))
    try {
      const reported = await sendReports()
      show(reported ?? (await callAsMember('GET /api/alerts', {})))
    } catch (thrown) {
      setLoad((before) => (before.state === 'outside' ? before : failed(before, asProblem(thrown))))
    }
  }, [show])

  const ask = useCallback(
    (topics: AlertTopic[]) => {
      const templateIds = topics.map(({ template }) => template.id)
      // Nothing may be awaited before this line: WeChat opens the dialog only inside the tap.
      const dialog = openSubscribeDialog(templateIds)
      setGuidance(null)
      void dialog.then(
        async (said) => {
          const report = reportOf(newIdentifier(), templateIds, said)
          if (!report) return
          writeDown(report)
          try {
            const reported = await sendReports()
            if (reported) show(reported)
            say(describeReport(report))
          } catch {
            say('您的选择已记下，联网后自动提交')
          }
        },
        (refusal: unknown) => setGuidance(guidanceOf(codeOf(refusal))),
      )
    },
    [show],
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

  return { load, guidance, refresh, ask, turn, dismiss: () => setGuidance(null) }
}
