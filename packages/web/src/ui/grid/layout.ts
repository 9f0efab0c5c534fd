/** What a grid remembers in this browser: widths always, columns and pins where no address or view says them. */
import { remember, remembered } from '../../app/preferences.ts';

export interface Layout {
  readonly widths: Readonly<Record<string, number>>;
  readonly columns: readonly string[] | null;
  readonly pinned: number | null;
}

export function readLayout(gridId: string): Layout {
  try {
    const stored = JSON.parse(remembered(layoutKey(gridId)) ?? '{}') as Record<string, unknown> | null;
    return { widths: widthsIn(stored?.widths), columns: namesIn(stored?.columns), pinned: countIn(stored?.pinned) };
  } catch {
    return { widths: {}, columns: null, pinned: null };
  }
}

export function keepLayout(gridId: string, layout: Layout): void {
  remember(layoutKey(gridId), JSON.stringify(layout));
}

function layoutKey(gridId: string): string {
  return `quittance.grid.${gridId}`;
}

/** Storage may hold anything: only what has the expected type is taken over. */
function widthsIn(stored: unknown): Record<string, number> {
  const kept = Object.entries(stored ?? {}).filter(([, width]) => typeof width === 'number' && width > 0);
  return Object.fromEntries(kept);
}

function namesIn(stored: unknown): string[] | null {
  return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : null;
}

function countIn(stored: unknown): number | null {
  return typeof stored === 'number' && Number.isInteger(stored) && stored >= 0 ? stored : null;
}
