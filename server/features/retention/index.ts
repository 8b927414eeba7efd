export { keepNoLonger, type RetentionDeps } from './keepNoLonger'
export type * from './ports'
