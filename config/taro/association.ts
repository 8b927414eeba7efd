import { readFileSync } from 'node:fs'
import path from 'node:path'

interface Organisation {
  name: string
  shortName: string
  welcome: string
  motto: string
}

/** Who the app is for, read from the one file that another association swaps. */
export function readOrganisation(root: string): Organisation {
  const text = readFileSync(path.resolve(root, process.env.ASSOCIATION_FILE ?? 'config/association.json'), 'utf8')
  return (JSON.parse(text) as { organisation: Organisation }).organisation
}
