export { handOutChunks, type ChunkParts, type Chunks } from './chunks'
export { createRedisWakeup, type RedisWakeupParts } from './redisWakeup'
