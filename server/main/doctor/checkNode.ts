import { findingsOf, words, type Finding } from './finding'

const OLDEST = [20, 19] as const

/** `version`: such as 20.19.0. */
export function checkNode(version: string): Finding[] {
  const { ok, fail } = findingsOf(words('运行环境', 'Node.js'))
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])
  return isOld
    ? [fail(`版本是 ${version}，请安装 20.19 或更高版本。`, `is ${version}: install 20.19 or newer.`)]
    : [ok(`版本 ${version}。`, `${version}.`)]
}
