import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** What is not the open internet, after the IANA registries of special-purpose addresses (RFC 6890 and later). */
const CLOSED_V4: [address: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
const CLOSED_V6: [address: string, bits: number][] = [
  // Teredo and others that carry an IPv4 address within, and documentation
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [address, bits] of CLOSED_V4) closed.addSubnet(address, bits, 'ipv4')
for (const [address, bits] of CLOSED_V6) closed.addSubnet(address, bits, 'ipv6')
const open = new BlockList()
// all that is given out of IPv6; mapped, translated, local and link-local addresses lie outside
open.addSubnet('2000::', 3, 'ipv6')

/** Whether an address belongs to the open internet. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4')
  return isIPv6(address) && open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}
