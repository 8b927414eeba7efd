export { keepNoLonger, type RetentionDeps } from './keepNoLonger'
export type { FileDeps } from './removeFiles'
export type * from './ports'
