export { createRedisWakeup, type RedisWakeupParts } from './redisWakeup'
