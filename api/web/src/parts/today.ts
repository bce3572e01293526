/** The day it is, YYYY-MM-DD, as the network's days go: in Mali, UTC. */
export function today(now = new Date()): string {
  return now.toISOString().slice(0, 10);
}
