export { handOutChunks, type ChunkParts, type Chunks } from './chunks'
export { createSharedOpenings, type OpeningsParts } from './openings'
export { createRedisWakeup, type RedisWakeupParts } from './redisWakeup'
