import { refusalOf, type Refusal } from './refusal'

/** An office as an address book keeps it. */
export interface Office {
  organisation: string
  phones: { label: string; number: string }[]
  address: string
  postalCode: string
}

/**
 * Opens the phone's own form for a new contact; has to be called inside the tap. Resolves with null when it was added,
 * with the reason otherwise. WeChat takes one work number and one other.
 * https://developers.weixin.qq.com/miniprogram/dev/api/device/contact/wx.addPhoneContact.html
 */
export const saveOffice = ({ organisation, phones, address, postalCode }: Office): Promise<Refusal | null> =>
  new Promise((resolve) => {
    const [first, second] = phones
    wx.addPhoneContact({
      firstName: organisation,
      organization: organisation,
      workPhoneNumber: first?.number ?? '',
      ...(second ? { hostNumber: second.number } : {}),
      workAddressStreet: address,
      workAddressPostalCode: postalCode,
      success: () => resolve(null),
      fail: (failure) => resolve(refusalOf(failure, '通讯录')),
    })
  })
