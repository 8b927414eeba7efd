import { t } from '../../ui/language'

/** Members have no names here; the end of the opaque id tells them apart on a page. */
export const memberName = (memberId: string): string => t(`会员 ${memberId.slice(-6)}`, `Member ${memberId.slice(-6)}`)
