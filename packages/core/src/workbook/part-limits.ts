import type { XmlLimits } from '../xml/index.ts';

/** Workbooks are about ten deep; a cell holds at most 32,767 characters, a drawing's tag a little more. */
export const PART_LIMITS: XmlLimits = { depthMax: 64, tokenCharsMax: 2_000_000 };
