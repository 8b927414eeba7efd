import { createHash } from 'node:crypto'
import { PRIVACY_VERSION } from '../../../shared/domain/privacyVersion'
import { STORED_DATA } from '../../../shared/domain/storedData'
import { ERASING, PROMISES, RIGHTS, WITHDRAWING } from './notice'
import { PHONE_DATA } from './phoneData'

/** What members read, in one string. */
const text = JSON.stringify([
  PROMISES,
  RIGHTS,
  WITHDRAWING,
  ERASING,
  Object.values(STORED_DATA).map(({ title, what, purpose, retention }) => [title, what, purpose, retention]),
  PHONE_DATA.map(({ title, what }) => [title, what]),
])

it('a changed privacy notice has a new version: who agreed to the old text is asked again', () => {
  const fingerprint = createHash('sha256').update(text).digest('hex').slice(0, 12)
  expect({ version: PRIVACY_VERSION, fingerprint }).toEqual({ version: '2026-11-24', fingerprint: 'c12e13447911' })
})
