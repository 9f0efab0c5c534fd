/** A share in whole percent, rounded half up: `shareText(3, 7)` is "43%"; of nothing there is none. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part * 200 + whole) / (2 * whole))}%`;
}
