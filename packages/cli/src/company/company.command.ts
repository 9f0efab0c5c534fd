/** `quittance company`: the companies of this installation; the first one is made here or in the browser. */
import { parseArgs } from 'node:util';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';
import { withApp, withNewApp } from '../place/place.ts';

const USAGE = `Usage: quittance company list [--data DIR] [--json]
       quittance company add CODE --name NAME --currency EUR --time-zone Europe/Rome [--country IT] [--data DIR] [--json]

  CODE is up to 16 capitals and digits. Currency and time zone stay for ever: every amount and day is recorded by them.
  The installation's administrator gets the first roles in the new company.
`;

const OPTIONS = {
  name: { type: 'string' },
  currency: { type: 'string' },
  'time-zone': { type: 'string' },
  country: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

export async function runCompany(argv: string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readOptions(argv);
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const [act, code, ...others] = positionals;
  if (act === 'list' && code === undefined) return list(values, io);
  if (act === 'add' && code !== undefined && others.length === 0) return add(code, values, io);
  throw new UsageError(`say list, or add and a code\n${USAGE}`);
}

type Values = ReturnType<typeof readOptions>['values'];

async function list({ data, json }: Values, io: CommandIo): Promise<ExitCode> {
  const companies = await withApp(data, (app) => app.services.listCompanies());
  const shown = companies.map(({ id: _id, ...company }) => company);
  const lines = shown.map((one) => `${one.code}  ${one.functionalCurrency}  ${one.timeZone}  ${one.name}\n`);
  io.stdout(json ? `${JSON.stringify(shown)}\n` : lines.join(''));
  return 0;
}

async function add(code: string, values: Values, io: CommandIo): Promise<ExitCode> {
  const { name, currency, 'time-zone': timeZone, country } = values;
  if (name === undefined || currency === undefined || timeZone === undefined) {
    throw new UsageError(`--name, --currency and --time-zone are needed\n${USAGE}`);
  }
  const company = await withNewApp(values.data, async ({ services }) => {
    const draft = { code, name, functionalCurrency: currency, timeZone, country };
    return services.createCompany(await services.operator(), draft);
  });
  const { id: _id, ...shown } = company;
  io.stdout(values.json ? `${JSON.stringify(shown)}\n` : `${code} is there: ${name}, in ${currency}.\n`);
  return 0;
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
