import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Organisation {
  name: string
  shortName: string
  welcome: string
  motto: string
}

/** How it is reached, as far as the foot of the first screen says it. */
interface Office {
  phones: { label: string; number: string }[]
  address: string
  building: string
  postalCode: string
  copyright: string
  icp: string
}

/** Who the app is for, read from the one file that another association swaps. */
export function readAssociation(root: string): { organisation: Organisation; office: Office } {
  const text = readFileSync(path.resolve(root, process.env.ASSOCIATION_FILE ?? 'config/association.json'), 'utf8')
  const { organisation, contact } = JSON.parse(text) as { organisation: Organisation; contact: Office }
  const { phones, address, building, postalCode, copyright, icp } = contact
  return { organisation, office: { phones, address, building, postalCode, copyright, icp } }
}
