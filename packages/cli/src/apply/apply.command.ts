/** `quittance apply`: cash application on what is unapplied. What posts, posts with its reasons; the rest waits for a person. */
import { parseArgs } from 'node:util';
import type { ApplyReport } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';
import { operatorScope, PLACE_OPTIONS, withApp } from '../place/place.ts';

const USAGE = `Usage: quittance apply [--company CODE] [--data DIR] [--json]

  Looks at every receipt that is unapplied: posts those that only one explanation fits, proposes others, and leaves the rest
  with the question to ask. Running it again changes nothing that is settled.
`;

export async function runApply(argv: string[], io: CommandIo): Promise<ExitCode> {
  const { data, company, json, help } = readOptions(argv);
  if (help) {
    io.stdout(USAGE);
    return 0;
  }
  const { code, report } = await withApp(data, async (app) => {
    const scope = await operatorScope(app, company);
    return { code: scope.company.code, report: await app.services.applyUnapplied(scope) };
  });
  io.stdout(json ? `${JSON.stringify({ company: code, ...report })}\n` : asText(code, report));
  return 0;
}

function asText(code: string, report: ApplyReport): string {
  const { considered, posted, suggested, exceptions, unchanged, passedOver } = report;
  return `${code}: ${considered} receipts looked at
  ${posted} posted by themselves
  ${suggested} proposed, to be confirmed
  ${exceptions} with a question to ask
  ${unchanged} as before
  ${passedOver} settled by somebody else meanwhile
`;
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: PLACE_OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
