import { IsNull } from 'typeorm'
import type { Consents } from '../../features/members/ports'
import { newId } from '../../kernel/ids'
import type { Database } from '../database'
import { MemberConsentEntity, MemberEventChoiceEntity, MemberTopicEntity } from '../entities'
import { tryLockMember } from './memberLock'
import { forgetBindingOf } from './staffBindings'

export const createConsents = (database: Database): Consents => ({
  agree: (memberId, version, now) =>
    database.write(async (manager) => {
      if (!(await tryLockMember(manager, memberId, now))) return false
      const holding = await manager.findBy(MemberConsentEntity, { memberId, withdrawnAt: IsNull() })
      if (holding.some((consent) => consent.version === version)) return true
      // A newer text takes the place of the older one.
      await manager.update(MemberConsentEntity, { memberId, withdrawnAt: IsNull() }, { withdrawnAt: now })
      await manager.insert(MemberConsentEntity, { id: newId(), memberId, version, givenAt: now, withdrawnAt: null })
      return true
    }),

  withdraw: (memberId, now) =>
    database.write(async (manager) => {
      if (!(await tryLockMember(manager, memberId, now))) return false
      await manager.update(MemberConsentEntity, { memberId, withdrawnAt: IsNull() }, { withdrawnAt: now })
      await manager.update(MemberTopicEntity, { memberId, subscribed: true }, { subscribed: false, updatedAt: now })
      await manager.delete(MemberEventChoiceEntity, { memberId, remind: true })
      await forgetBindingOf(manager, memberId)
      return true
    }),
})
