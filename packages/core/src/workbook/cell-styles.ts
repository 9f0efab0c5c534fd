/** Which cells of a workbook are dates: only the number format of their style says so. */
import { createGuardedXml } from '../xml/index.ts';
import { PART_LIMITS } from './part-limits.ts';

export type CellFormat = 'plain' | 'date' | 'percent';

/** Formats every workbook knows without writing them down (ECMA-376 part 1, 18.8.30; the second group is East Asian). */
const BUILT_IN_DATES = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;
const BUILT_IN_PERCENT = new Set([9, 10]);
const STYLES_MAX = 65_000;

/** The format of each cell style, by its index. */
export function readCellFormats(text: string): readonly CellFormat[] {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let isInCellStyles = false;
  const xml = createGuardedXml(
    {
      onOpen(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        if (name === 'cellXfs') isInCellStyles = true;
        if (name !== 'xf' || !isInCellStyles || formats.length >= STYLES_MAX) return;
        formats.push(formatOf(Number(attributes.numFmtId ?? 0), codes));
      },
      onText: () => undefined,
      onClose(name) {
        if (name === 'cellXfs') isInCellStyles = false;
      },
    },
    PART_LIMITS,
  );
  xml.write(text);
  xml.close();
  return formats;
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): CellFormat {
  const code = codes.get(id);
  if (code !== undefined) return formatOfCode(code);
  if (BUILT_IN_PERCENT.has(id)) return 'percent';
  return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? 'date' : 'plain';
}

/** "dd/mm/yyyy" and "[$-410]d mmmm yyyy" are dates; "#,##0.00 [Red]" and `0 "days"` are none. */
export function formatOfCode(code: string): CellFormat {
  const [section = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  const bare = section
    .replace(/\[[^\]]*\]/g, (bracket) => (/^\[(?:h+|m+|s+)\]$/i.test(bracket) ? 'h' : ''))
    .toLowerCase();
  if (/general|standard/.test(bare)) return 'plain';
  if (/[ymdhs]/.test(bare) && !/[0#?]/.test(bare.replace(/s[.,]0+/g, ''))) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}
