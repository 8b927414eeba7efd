export * from './content'
export * from './delivery'
export * from './members'
export * from './staff'
