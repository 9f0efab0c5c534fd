import { Workbook } from '@cj-tech-master/excelts';
import { localDate } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from './index.ts';

describe('a workbook of values', () => {
  it('is read by another program with texts, dates and amounts as they were', async () => {
    const rows = [
      [{ text: 'Document' }, { text: 'Due' }, { text: 'Open' }],
      [{ text: '=1+1' }, { date: localDate('2026-11-01') }, { minor: 123456789n, currency: 'EUR' }],
      [{ text: 'Łódź & <Πειραιάς>\u0007' }, null, { minor: 1500n, currency: 'JPY' }],
      [{ text: '007' }, { count: 12 }, { minor: 12_345_678_901_234_567n, currency: 'EUR' }],
    ];
    const bytes = writeWorkbook([{ name: 'Extract: 1/2', widths: [20, 12, 16], rows, boldRows: [0], frozenRows: 1 }]);
    const workbook = new Workbook();
    await workbook.xlsx.load(Buffer.from(bytes));
    const [sheet] = workbook.worksheets;
    expect(sheet?.name).toBe('Extract  1 2');
    const value = (place: string): unknown => sheet?.getCell(place).value;
    expect(value('A2')).toBe('=1+1');
    expect(value('A3')).toBe('Łódź & <Πειραιάς>');
    expect(value('A4')).toBe('007');
    expect(String(JSON.stringify(value('B2')))).toContain('2026-11-01');
    expect(value('C2')).toBe(1234567.89);
    expect(value('C3')).toBe(1500);
    expect(value('C4')).toBe('123456789012345.67');
    expect(sheet?.getCell('C2').numFmt).toBe('#,##0.00');
    expect(sheet?.getCell('A1').font?.bold).toBe(true);
  });
});
