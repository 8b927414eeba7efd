import { randomBytes } from 'node:crypto'
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describeProblem, loadEnvironment, type Environment } from '../../config/environment'
import { association, type Association } from '../../shared/contract/association'
import { refuseSampleSecrets } from './sampleSecrets'
import { folderProblem, StartError } from './startError'
import { uploadsPlace, type UploadsPlace } from './uploadsPlace'

export interface Settings {
  environment: Environment
  association: Association
  databaseUrl: string
  dataFolder: string
  uploads: UploadsPlace
  /** Where pictures are given from: their own folder, or that of the copies of a bucket's. */
  uploadsFolder: string
  temporaryFolder: string
  sessionSecret: string
  /** The stand-in of WeChat is used while no AppID is set. */
  sandbox: boolean
}

function writableFolder(variable: string, path: string): string {
  const folder = resolve(path)
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderProblem(variable, folder, error)
  }
  return folder
}

function readAssociation(file: string): Association {
  const fail = (zh: string, en: string): never => {
    throw new StartError([`协会资料文件 ${file} ${zh} / The association's file ${file} ${en}`])
  }
  let text = ''
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return fail('无法读取，请检查 ASSOCIATION_FILE。', 'cannot be read: check ASSOCIATION_FILE.')
  }
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return fail('不是有效的 JSON。', 'is not valid JSON.')
  }
  const result = association.safeParse(content)
  if (result.success) return result.data
  const places = result.error.issues.map((issue) => issue.path.join('.') || '(root)').join(', ')
  return fail(`的这些项目无效：${places}。`, `is not valid at: ${places}.`)
}

/** Made once and kept, so that a restart does not change it. */
function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'session-secret')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch {
    // there already, which is the usual case
  }
  return readFileSync(file, 'utf8').trim()
}

/** Everything that is known before a database is opened or a port is listened on. Throws `StartError`. */
export function readSettings(given: Record<string, string | undefined>): Settings {
  const result = loadEnvironment(given)
  if (!result.ok) throw new StartError(result.problems.map(describeProblem))
  const { environment } = result
  refuseSampleSecrets(environment)
  const dataFolder = writableFolder('DATA_DIR', environment.DATA_DIR)
  const uploadsUrl = environment.UPLOADS_URL ?? `file:${join(dataFolder, 'uploads')}`
  const uploads = uploadsPlace(uploadsUrl, environment)
  const uploadsFolder =
    uploads.kind === 'folder'
      ? writableFolder('UPLOADS_URL', uploads.folder)
      : writableFolder('DATA_DIR', join(dataFolder, 'pictures'))
  return {
    environment,
    association: readAssociation(environment.ASSOCIATION_FILE),
    databaseUrl: environment.DATABASE_URL ?? `sqlite:${join(dataFolder, 'app.db')}`,
    dataFolder,
    uploads: uploads.kind === 'folder' ? { kind: 'folder', folder: uploadsFolder } : uploads,
    uploadsFolder,
    temporaryFolder: writableFolder('DATA_DIR', join(dataFolder, 'incoming')),
    sessionSecret: environment.SESSION_SECRET ?? keptSecret(dataFolder),
    sandbox: environment.WECHAT_APPID === undefined,
  }
}
