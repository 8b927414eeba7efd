import type { Office } from './addressBook'
import type { Refusal } from './refusal'
import { saveFile } from './saveFile'
import { vcardOf } from './vcard'

/** The web: the office as a file, which the phone's address book opens. */
export const saveOffice = (office: Office): Promise<Refusal | null> =>
  Promise.resolve(saveFile(`${office.organisation}.vcf`, 'text/vcard;charset=utf-8', vcardOf(office)))
