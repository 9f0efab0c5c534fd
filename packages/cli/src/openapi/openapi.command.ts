/** `quittance openapi`: the API's description, from the routes of this version; needs no database. */
import { parseArgs } from 'node:util';
import { describeApp } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';

const USAGE = `Usage: quittance openapi

  Prints the OpenAPI 3.1 document of the API. A running server gives the same at /api/openapi.json.
`;

const OPTIONS = { json: { type: 'boolean' }, help: { type: 'boolean' } } as const;

export async function runOpenapi(argv: string[], io: CommandIo): Promise<ExitCode> {
  if (isHelpAsked(argv)) {
    io.stdout(USAGE);
    return 0;
  }
  io.stdout(`${JSON.stringify(await describeApp(), null, 2)}\n`);
  return 0;
}

function isHelpAsked(argv: string[]): boolean {
  try {
    return parseArgs({ args: argv, options: OPTIONS }).values.help === true;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
