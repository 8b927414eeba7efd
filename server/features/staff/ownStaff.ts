import type { OwnStaff } from '../../../shared/contract/staffTwoStep'
import type { StaffMember } from '../../../shared/contract/staffContent'
import type { TwoStepStore } from './portsTwoStep'

/** Somebody who has just logged in, and the token of their session, told this once. */
export interface LoggedIn {
  member: OwnStaff
  token: string
}

export const presentStaff = ({ id, login, name, role }: StaffMember): StaffMember => ({ id, login, name, role })

export const presentOwn = (staff: StaffMember, isDue: boolean): OwnStaff => ({
  ...presentStaff(staff),
  mustEnrol: isDue,
})

/** Whether the house asks this one for a second step that they have not set up. */
export const mustEnrol = async (twoStep: TwoStepStore, { role }: StaffMember, has: boolean): Promise<boolean> =>
  !has && role === 'administrator' && (await twoStep.administratorsMust())
