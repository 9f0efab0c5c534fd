/** Exports opened by another program than ours: LibreOffice reads the workbook and computes its totals anew. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { anExport, anItem } from '../packages/web/src/ui/export/export-sheet.fixture.ts';
import { withoutResults } from '../packages/web/src/ui/export/without-results.fixture.ts';
import { toWorkbook } from '../packages/web/src/ui/export/workbook.ts';

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' });

describe.skipIf(office.status !== 0)('LibreOffice opens the workbook (skipped where it is not installed)', () => {
  it('recalculates the same totals, and runs no text as a formula', { timeout: 120_000 }, async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'quittance-export-'));
    try {
      const one = [anItem('00471', '1234.50'), anItem('=1+1', '-0.05'), anItem('@x', '3.00')];
      const mixed = [...one, anItem('9', '700', 'JPY'), anItem('10', '800', 'JPY')];
      expect(await recalculated(directory, 'one', await toWorkbook(anExport(one)))).toContain('Total,,,1237.45');
      const lines = await recalculated(directory, 'mixed', await toWorkbook(anExport(mixed)));
      expect(lines).toContain('Total EUR,,,1237.45');
      expect(lines).toContain('Total JPY,,,1500');
      expect(lines).toContain('=1+1,Rossi S.r.l.');
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

async function recalculated(directory: string, name: string, content: Uint8Array): Promise<string> {
  writeFileSync(path.join(directory, `${name}.xlsx`), await withoutResults(content));
  const profile = `-env:UserInstallation=file://${directory}/profile`;
  const file = path.join(directory, `${name}.xlsx`);
  const run = spawnSync('soffice', [profile, '--headless', '--convert-to', 'csv', '--outdir', directory, file], {
    encoding: 'utf8',
    timeout: 100_000,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return readFileSync(path.join(directory, `${name}.csv`), 'utf8');
}
