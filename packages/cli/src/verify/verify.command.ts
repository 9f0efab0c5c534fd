/** `quittance verify`: every invariant of a company's ledger, or of all companies, recomputed from the postings. */
import { parseArgs } from 'node:util';
import type { Invariant } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';
import { noCompany, PLACE_OPTIONS, withApp } from '../place/place.ts';

const USAGE = `Usage: quittance verify [--company CODE] [--data DIR] [--json]

  Recomputes every invariant of the ledger, of one company or of all. Exit code 1 when one does not hold.
`;

interface CompanyInvariant extends Invariant {
  readonly company: string;
}

export async function runVerify(argv: string[], io: CommandIo): Promise<ExitCode> {
  const { data, company, json, help } = readOptions(argv);
  if (help) {
    io.stdout(USAGE);
    return 0;
  }
  const results = await withApp(data, async (app) => {
    const codes = company === undefined ? (await app.services.listCompanies()).map((one) => one.code) : [company];
    if (codes.length === 0) throw noCompany(); // nothing was checked: "holds" would be untrue
    const all: CompanyInvariant[] = [];
    for (const code of codes) {
      const found = await app.services.verify(await app.services.operatorScope(code));
      all.push(...found.map((invariant) => ({ company: code, ...invariant })));
    }
    return all;
  });
  io.stdout(json ? `${JSON.stringify(results)}\n` : asText(results));
  return results.every((result) => result.ok) ? 0 : 1;
}

function asText(results: readonly CompanyInvariant[]): string {
  const lines = results.flatMap(({ company, invariant, ok, checked, failures }) => [
    `${ok ? 'ok    ' : 'BROKEN'}  ${company}  ${invariant}  (${checked} checked)`,
    ...failures.map((failure) => `        ${failure}`),
  ]);
  const broken = results.filter((result) => !result.ok).length;
  const verdict = broken === 0 ? 'every invariant holds' : `${broken} do not hold`;
  return `${lines.join('\n')}\n${results.length} invariants: ${verdict}\n`;
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: PLACE_OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
