import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const read = (path: string): string => readFileSync(join(__dirname, '..', path), 'utf8')

interface Locked {
  version: string
  resolved?: string
  integrity?: string
  link?: boolean
  inBundle?: boolean
  hasInstallScript?: boolean
  license?: string
  os?: string[]
  libc?: string[]
}
const lock = JSON.parse(read('package-lock.json')) as { lockfileVersion: number; packages: Record<string, Locked> }
const manifest = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
const { installScripts } = JSON.parse(read('config/packages.json')) as { installScripts: Record<string, string> }
const npmrc = read('.npmrc').split('\n')

const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const pathsWhere = (isWrong: (entry: Locked, path: string) => boolean): string[] =>
  locked.filter(([path, entry]) => isWrong(entry, path)).map(([path]) => path)

describe('the lockfile', () => {
  it('fixes the bytes of every package', () => {
    expect(lock.lockfileVersion).toBe(3)
    expect(pathsWhere(({ integrity }) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''))).toEqual([])
  })

  it('takes packages from the registry alone, whichever mirror of it is set, and none from a folder or an address', () => {
    expect(npmrc).toContain('omit-lockfile-registry-resolved=true')
    expect(
      pathsWhere(({ resolved, link, inBundle }) => resolved !== undefined || link === true || inBundle === true),
    ).toEqual([])
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(asked.filter(([, range]) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range))).toEqual([])
  })

  it('agrees with the manifest', () => {
    const { dependencies, devDependencies } = lock.packages[''] as unknown as typeof manifest
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    })
  })

  // Their makers do not say it, and npm would install both of them: 10 MB. After an update of libsql add it again.
  it('knows for which C library each binary of libsql is', () => {
    const wrong = pathsWhere(({ os, libc }, path) => {
      if (!path.startsWith('node_modules/@libsql/') || !os?.includes('linux')) return false
      return libc?.join() !== (path.includes('musl') ? 'musl' : 'glibc')
    })
    expect(wrong).toEqual([])
  })
})

describe('scripts of packages', () => {
  it('are run for none when installing', () => {
    expect(npmrc).toContain('ignore-scripts=true')
  })

  it('are known, each with what it would do', () => {
    const found = new Set(pathsWhere(({ hasInstallScript }) => hasInstallScript === true).map(nameOf))
    expect([...found].sort()).toEqual(Object.keys(installScripts).sort())
    expect(Object.values(installScripts).filter((reason) => reason.length < 20)).toEqual([])
  })
})
