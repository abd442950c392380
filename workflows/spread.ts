/** A delay below `most` milliseconds that is always the same for the same name (FNV-1a). */
export function delayOf(name: string, most: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash % most;
}
