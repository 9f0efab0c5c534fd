/** What a workbook says about itself: its sheets, which part holds each, and from when it counts days. */
import { createGuardedXml } from '../xml/index.ts';
import { PART_LIMITS } from './part-limits.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly relationId: string;
  readonly isHidden: boolean;
}

export interface WorkbookOutline {
  readonly sheets: readonly WorkbookSheet[];
  /** Days are counted from 1904 on, as old Macintosh workbooks do. */
  readonly is1904: boolean;
}

const SHEETS_MAX = 200;

export function readWorkbookOutline(text: string): WorkbookOutline {
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  eachTag(text, (name, attributes) => {
    if (name === 'workbookPr') is1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
    if (name !== 'sheet' || sheets.length >= SHEETS_MAX) return;
    const relation = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'));
    sheets.push({
      name: attributes.name ?? '',
      relationId: relation?.[1] ?? '',
      isHidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
    });
  });
  return { sheets, is1904 };
}

export interface PartRelation {
  readonly id: string;
  /** The last word of the relation's type: worksheet, sharedStrings, styles. */
  readonly type: string;
  /** Path of the part in the package, without a leading slash. */
  readonly path: string;
}

/** The relations of a part; `folder` is where that part lies, "xl" for the workbook itself. */
export function readRelations(text: string, folder: string): PartRelation[] {
  const relations: PartRelation[] = [];
  eachTag(text, (name, attributes) => {
    if (name !== 'Relationship' || attributes.TargetMode === 'External') return;
    const type = attributes.Type?.split('/').at(-1) ?? '';
    relations.push({ id: attributes.Id ?? '', type, path: partPath(attributes.Target ?? '', folder) });
  });
  return relations;
}

function partPath(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function eachTag(text: string, onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void): void {
  const xml = createGuardedXml({ onOpen, onText: () => undefined, onClose: () => undefined }, PART_LIMITS);
  xml.write(text);
  xml.close();
}
