import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { probes } from '../../server/http/probes'

/** Signed by itself, for localhost and 127.0.0.1, from 2020 to the first of January 2120. Protects nothing. */
const KEY = [
  'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgDoYRzDDIQ4KmMy883L8NTbmSDwxVYsXN7W4caD/oaYKhRANCAATp',
  'klOeZAjwGRAmoc2O46exoE8LTLhyC2uHP28ITtXtRvZT4QACPGxRFIQRxusztBdsH+OPH3IxNA2Gi/8Nkegx',
]
const CERTIFICATE = [
  'MIIBZjCCAQ2gAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAx',
  'MDEwMDAwMDBaMBQxEjAQBgNVBAMMCWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABOmSU55kCPAZECahzY7jp7Gg',
  'TwtMuHILa4c/bwhO1e1G9lPhAAI8bFEUhBHG6zO0F2wf448fcjE0DYaL/w2R6DGjTjBMMBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcE',
  'fwAAATAPBgNVHRMBAf8EBTADAQH/MB0GA1UdDgQWBBSGJ1h2O6DExlajrabF9SDBiej5AzAKBggqhkjOPQQDAgNHADBEAiA56VQ1',
  'JFAPj31yCdV5Z+e7NzKm2mbRslHHVOo6toIWnQIgPzuBC/IsXts3SdYebp5foFKPIP5ZgSIKVr5A55rFhbM=',
]
const pem = (what: string, lines: string[]): string =>
  `-----BEGIN ${what}-----\n${lines.join('').replace(/.{64}/g, '$&\n')}\n-----END ${what}-----\n`

export const AUTHORITY = pem('CERTIFICATE', CERTIFICATE)
export const CERTIFICATE_ENDS = Date.UTC(2120, 0, 1)

export interface TlsFront {
  /** By its name; the certificate also stands for 127.0.0.1. */
  url: string
  close(): Promise<void>
}

/** A house that answers its probes over TLS; with `elsewhere` it is another program that listens there. */
export async function startTlsFront({ elsewhere = false } = {}): Promise<TlsFront> {
  const house = probes({ isDraining: () => false, canServe: () => Promise.resolve(true) }, (_request, response) => {
    response.writeHead(404).end()
  })
  const stranger = (_request: unknown, response: Parameters<typeof house>[1]) => void response.end('welcome')
  const options = { key: pem('PRIVATE KEY', KEY), cert: AUTHORITY }
  const server = createServer(options, elsewhere ? stranger : house)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
