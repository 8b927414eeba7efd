import { useEffect, useState } from 'react'
import type { AlertTopic } from '../../../shared/contract'
import { formatIsoDate } from '../../../shared/domain/time'
import type { Topic } from '../../../shared/domain/topics'
import { callAsMember, isLoggedIn } from '../../platform/session'
import { keep, kept } from '../../platform/storage'
import { subscriptionSetting } from '../../platform/subscriptions'
import { surroundings } from '../../platform/wechat'
import { askInTap } from './asking'
import { readSetting } from './setting'
import { mayOffer, offerOf } from './offer'

const OFFERED_KEY = 'alerts:offered'

/** Two places of one page may look at once; only one may offer. */
let looking = false

async function findOffer(topics: readonly Topic[]): Promise<AlertTopic | null> {
  if (looking || !isLoggedIn() || !mayOffer(kept(OFFERED_KEY), Date.now())) return null
  looking = true
  try {
    if ((await surroundings()) === 'browser') return null
    const [setting, alerts] = await Promise.all([subscriptionSetting(), callAsMember('GET /api/alerts', {})])
    const offer = offerOf(alerts, topics, readSetting(setting))
    // Without a note of it the offer could come again today, so then it is not made at all.
    return offer && keep(OFFERED_KEY, formatIsoDate(Date.now())) ? offer : null
  } finally {
    looking = false
  }
}

/** `words` say what came of the tap; with them the offer is over. */
export interface TopUpOffer {
  topic: AlertTopic | null
  words: string
  take: () => void
}

/** The offer of one more notice, for a member who is logged in. `topics` is read once. A fault means no offer. */
export function useTopUp(topics: readonly Topic[]): TopUpOffer {
  const [asked] = useState(topics)
  const [offer, setOffer] = useState<AlertTopic | null>(null)
  const [words, setWords] = useState('')

  useEffect(() => {
    let here = true
    findOffer(asked).then(
      (found) => here && setOffer(found),
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [asked])

  const take = (): void => {
    if (!offer) return
    void askInTap([offer.template.id]).then(({ answered, guidance }) =>
      setWords(answered?.words ?? guidance?.text ?? '没有打开订阅窗口，可在“提醒”中再试'),
    )
  }
  return { topic: offer, words, take }
}
