import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { loadEnvironment } from './environment'
import { SECRETS, VARIABLES } from './environmentVariables'

// eslint-disable-next-line @typescript-eslint/no-require-imports -- it brings no types
const { load } = require('js-yaml') as { load: (text: string) => unknown }

const root = join(__dirname, '..')
const deploy = join(__dirname, 'deploy')
const read = (path: string): string => readFileSync(join(deploy, path), 'utf8')

interface Service {
  image?: string
  command?: string[]
  environment?: Record<string, string>
  depends_on?: string[] | Record<string, unknown>
  volumes?: string[]
  ports?: string[]
  read_only?: boolean
  tmpfs?: string[]
  cap_drop?: string[]
  security_opt?: string[]
  stop_grace_period?: string
}
const text = read('compose.yml')
const compose = load(text) as { services: Record<string, Service>; volumes: Record<string, unknown> }
const services = Object.entries(compose.services)
const ours = services.filter(([, { image }]) => image?.startsWith('association-notices'))

/** `NAME=value` of a file of variables. */
const variablesOf = (path: string): Record<string, string> =>
  Object.fromEntries(
    read(path)
      .split('\n')
      .filter((line) => /^[A-Z_]+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )

/** What somebody may fill in: each value as the product wants it. */
const FILLED: Record<string, string> = {
  WECHAT_APPID: 'wx0123456789abcdef',
  WECHAT_ENCODING_AES_KEY: 'k'.repeat(43),
  WECHAT_PUSH_TOKEN: 'token123',
  DATABASE_URL: 'mysql://association:password@127.0.0.1:3306/association',
  REDIS_URL: 'redis://127.0.0.1:6379',
}
const filled = (path: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(variablesOf(path)).map(([name, value]) => [name, value || (FILLED[name] ?? 'x1'.repeat(20))]),
  )
/** Besides what the product reads itself: how packages behave. */
const isKnown = (name: string): boolean =>
  name in VARIABLES || name === 'NODE_ENV' || SECRETS.some((secret) => name === `${secret}_FILE`)

/** A program of the server that a command starts. */
const programOf = (command: string): string => /dist\/server\/(\w+)\.js/.exec(command)?.[1] ?? '(none)'
const isBuilt = (program: string): boolean =>
  existsSync(join(root, 'server/main', `${program}.ts`)) &&
  readFileSync(join(root, 'config/tasks/esbuild.mjs'), 'utf8').includes(`'${program}'`)

describe('the compose file', () => {
  it('hands the product only variables that it reads, with values that it takes', () => {
    expect(ours.map(([name]) => name)).toEqual(['migrate', 'web', 'worker'])
    const values = filled('env.example')
    const given = Object.fromEntries(
      Object.entries(compose.services['web']?.environment ?? {}).map(([name, value]) => [
        name,
        value.replace(/\$\{(\w+)[^}]*\}/g, (_, variable: string) => values[variable] ?? ''),
      ]),
    )
    expect(Object.keys(given).filter((name) => !isKnown(name))).toEqual([])
    expect(loadEnvironment(given)).toMatchObject({ ok: true })
    for (const [, { environment }] of ours) expect(environment).toEqual(compose.services['web']?.environment)
  })

  it('asks for exactly what the example lists', () => {
    const asked = [...text.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name)
    expect([...new Set(asked)].sort()).toEqual(Object.keys(variablesOf('env.example')).sort())
  })

  it('starts programs that are built, and lets the world in by the proxy alone', () => {
    const programs = ours.map(([, { command }]) => programOf((command ?? []).join(' ')))
    expect(programs.filter((program) => !isBuilt(program))).toEqual([])
    expect(services.filter(([, { ports }]) => ports !== undefined).map(([name]) => name)).toEqual(['proxy'])
  })

  it('lets the product write to its volumes alone, and gives it no right that it could gain later', () => {
    for (const [, service] of ours) {
      expect(service).toMatchObject({ read_only: true, tmpfs: ['/tmp'], cap_drop: ['ALL'] })
      expect(service.security_opt).toEqual(['no-new-privileges:true'])
      const mounted = (service.volumes ?? []).map((volume) => volume.split(':')[1])
      const folders = ['DATA_DIR', 'BACKUP_DIR'].map((name) => service.environment?.[name])
      expect(folders.filter((folder) => !mounted.includes(folder))).toEqual([])
    }
  })

  it('waits for what is being sent before it ends a process', () => {
    for (const name of ['web', 'worker']) {
      expect(parseInt(compose.services[name]?.stop_grace_period ?? '0', 10)).toBeGreaterThanOrEqual(45)
    }
  })

  it('names services, volumes and files that are there, in versions that do not move', () => {
    for (const [, { depends_on: before = [], volumes = [], image = '' }] of services) {
      const names = Array.isArray(before) ? before : Object.keys(before)
      expect(names.filter((name) => !(name in compose.services))).toEqual([])
      for (const volume of volumes) {
        const [from = ''] = volume.split(':')
        expect(from.startsWith('.') ? existsSync(resolve(deploy, from)) : from in compose.volumes).toBe(true)
      }
      expect(image).toMatch(/:(?!latest)[\w.-]+$/)
    }
  })
})

describe('the container file', () => {
  const lines = read('Dockerfile').split('\n')
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')))

  it('runs as nobody in particular, says how it is, and starts a program that is built', () => {
    expect(last).toContain('USER node')
    expect(last.join('\n')).toMatch(/HEALTHCHECK[\s\S]*\/healthz/)
    expect(isBuilt(programOf(last.find((line) => line.startsWith('CMD')) ?? ''))).toBe(true)
    const named = last.filter((line) => line.startsWith('ENV')).flatMap((line) => line.match(/\b[A-Z_]+(?==)/g) ?? [])
    expect(named.filter((name) => !isKnown(name))).toEqual([])
  })

  it('copies what is there, and nothing that is left out of its context', () => {
    const sources = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1))
    const kept = read('Dockerfile.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
    expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([])
    expect(sources.filter((source) => source !== '.' && !kept.some((entry) => source.startsWith(entry)))).toEqual([])
    expect(kept.filter((entry) => !existsSync(join(root, entry)))).toEqual([])
  })
})

describe('the units', () => {
  const units = readdirSync(join(deploy, 'systemd')).filter((name) => name.endsWith('.service'))

  it('have an example of variables that the product reads and takes', () => {
    const given = filled('systemd/association.env.example')
    expect(Object.keys(given).filter((name) => !isKnown(name))).toEqual([])
    expect(loadEnvironment(given)).toMatchObject({ ok: true })
    // as it is, before anything is filled in: a trial
    expect(loadEnvironment(variablesOf('systemd/association.env.example'))).toMatchObject({ ok: true })
  })

  it.each(units)('%s starts a program that is built, as an account of its own', (unit) => {
    const content = read(`systemd/${unit}`)
    expect(isBuilt(programOf(/^ExecStart=(.*)$/m.exec(content)?.[1] ?? ''))).toBe(true)
    expect(content).toMatch(/^User=(?!root$)\w+$/m)
    expect(content).toMatch(/^EnvironmentFile=\/etc\/association\.env$/m)
  })

  it.each(units)('%s may write to its own folders alone', (unit) => {
    const lines = read(`systemd/${unit}`).split('\n')
    const hard = ['ProtectSystem=strict', 'NoNewPrivileges=true', 'CapabilityBoundingSet=', 'PrivateTmp=true']
    expect(hard.filter((line) => !lines.includes(line))).toEqual([])
  })

  it('belong to their timers', () => {
    const timers = readdirSync(join(deploy, 'systemd')).filter((name) => name.endsWith('.timer'))
    expect(timers.filter((timer) => !units.includes(timer.replace('.timer', '.service')))).toEqual([])
  })

  it('wait for what is being sent longer than the product takes, and start again after a restore', () => {
    for (const unit of ['association-web.service', 'association-worker.service']) {
      const content = read(`systemd/${unit}`)
      expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(content)?.[1])).toBeGreaterThanOrEqual(45)
      // a restore asked for in the admin ends the process by itself
      expect(content).toMatch(/^Restart=always$/m)
    }
  })
})
