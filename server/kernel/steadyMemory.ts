import { setFlagsFromString } from 'node:v8'

/**
 * Garbage is collected when a heap has grown by half, not when it has become four times what is alive: a sender's
 * memory stays low and flat. For processes that send.
 */
export function steadyMemory(): void {
  setFlagsFromString('--heap-growing-percent=50')
}
