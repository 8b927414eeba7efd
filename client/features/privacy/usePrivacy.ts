import { useCallback, useEffect, useState } from 'react'
import type { Me } from '../../../shared/contract'
import { PRIVACY_VERSION } from '../../../shared/domain/privacyVersion'
import { formatIsoDate } from '../../../shared/domain/time'
import { clearKept } from '../../platform/clearKept'
import { say } from '../../platform/device'
import { ApiFailure, asProblem, problemOf, type Problem } from '../../platform/problem'
import { callAsMember, isLoggedIn } from '../../platform/session'
import { putTextFile, type TextFile } from '../../platform/textFile'
import { surroundings } from '../../platform/wechat'
import { clearReadLog } from '../articles/readLog'
import { clearFavourites } from '../favourites/favourites'

/** `outside`: an ordinary browser. `stranger`: not logged in, so nothing is looked up without being asked to. */
export type Own =
  | { state: 'loading' | 'outside' | 'stranger' | 'erased' }
  | { state: 'error'; problem: Problem }
  | { state: 'ready'; me: Me }

export interface Export {
  file: TextFile | null
  text: string
}

export interface Privacy {
  own: Own
  /** The export, once it was asked for. */
  exported: Export | null
  busy: boolean
  /** Looks up what is kept, logging in when need be. */
  look: () => Promise<void>
  decide: (agreed: boolean) => Promise<void>
  exportAll: () => Promise<void>
  erase: () => Promise<void>
}

const whole = (me: Me): Me => {
  if (typeof me.stored !== 'object' || typeof me.consent !== 'object') throw new ApiFailure(problemOf(502, null))
  return me
}

async function fileOf(text: string): Promise<TextFile | null> {
  try {
    return await putTextFile(`我的数据-${formatIsoDate(Date.now())}.json`, text)
  } catch {
    return null
  }
}

/** What is kept about the member, and what they may ask of it. */
export function usePrivacy(): Privacy {
  const [own, setOwn] = useState<Own>({ state: 'loading' })
  const [exported, setExported] = useState<Export | null>(null)
  const [busy, setBusy] = useState(false)

  const look = useCallback(async () => {
    setOwn({ state: 'loading' })
    try {
      setOwn({ state: 'ready', me: whole(await callAsMember('GET /api/me', {})) })
    } catch (thrown) {
      setOwn({ state: 'error', problem: asProblem(thrown) })
    }
  }, [])

  useEffect(() => {
    void surroundings().then((place) => {
      if (place === 'browser') setOwn({ state: 'outside' })
      else if (isLoggedIn()) void look()
      else setOwn({ state: 'stranger' })
    })
  }, [look])

  /** One thing at a time; a fault is told and changes nothing. */
  const during = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return
    setBusy(true)
    try {
      await work()
    } catch (thrown) {
      say(asProblem(thrown).message)
    } finally {
      setBusy(false)
    }
  }

  const decide = (agreed: boolean): Promise<void> =>
    during(async () => {
      // The version of the text on this screen: nobody agrees to one that they have not seen.
      const me = await callAsMember('PUT /api/me/consent', { body: { version: PRIVACY_VERSION, agreed } })
      setOwn({ state: 'ready', me: whole(me) })
      say(agreed ? '已记录您的同意' : '已撤回，全部提醒已关闭')
    })

  const exportAll = (): Promise<void> =>
    during(async () => {
      const text = JSON.stringify(await callAsMember('GET /api/me/export', {}), null, 2)
      setExported({ text, file: await fileOf(text) })
    })

  const erase = (): Promise<void> =>
    during(async () => {
      await callAsMember('DELETE /api/me', {})
      setExported(null)
      setOwn({ state: 'erased' })
      // These two also stand in memory, from where they would be written down again.
      clearFavourites()
      clearReadLog()
      if (!clearKept()) say('服务器上的数据已清除，手机存储未能清空')
    })

  return { own, exported, busy, look, decide, exportAll, erase }
}
