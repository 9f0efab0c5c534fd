/** Prints what a reader tells: as one JSON document written while the file is read, or as lines for a person. */
import {
  type BankEntry,
  type BankStatement,
  entryToJson,
  type FileProblem,
  statementToJson,
} from '@quittance/core/bank-formats';

export interface StatementPrinter {
  readonly onEntry: (entry: BankEntry) => void;
  readonly onStatement: (statement: BankStatement) => void;
  readonly end: (format: string | null, problems: readonly FileProblem[]) => void;
  /** Takes what is ready to be written. */
  readonly take: () => string;
}

/** Each statement's entries come first, as they are read; its balances are only known when it is complete. */
export function createJsonPrinter(): StatementPrinter {
  let ready = '{"statements":[';
  let statementCount = 0;
  let entryCount = 0;
  const openStatement = () => {
    ready += `${statementCount === 0 ? '' : ','}\n{"entries":[`;
  };
  return {
    onEntry(entry) {
      if (entryCount === 0) openStatement();
      ready += `${entryCount === 0 ? '' : ','}\n${JSON.stringify(entryToJson(entry))}`;
      entryCount += 1;
    },
    onStatement(statement) {
      if (entryCount === 0) openStatement();
      ready += `],${JSON.stringify(statementToJson(statement)).slice(1)}`;
      statementCount += 1;
      entryCount = 0;
    },
    end(format, problems) {
      ready += `],\n"format":${JSON.stringify(format)},"problems":${JSON.stringify(problems)}}\n`;
    },
    take() {
      const text = ready;
      ready = '';
      return text;
    },
  };
}

/** One line for each statement. Problems are the command's to tell, on standard error. */
export function createPlainPrinter(): StatementPrinter {
  let ready = '';
  let statementCount = 0;
  let entryCount = 0;
  return {
    onEntry: () => undefined,
    onStatement(statement) {
      const { account, currency, number, openingBalance, closingBalance, footing } = statementToJson(statement);
      const parts = [
        `${account ?? 'no account'} ${currency ?? ''}`.trim(),
        `statement ${number ?? 'without number'}`,
        `${statement.entryCount} entries`,
        `${openingBalance?.amount ?? '?'} to ${closingBalance?.amount ?? '?'}`,
        { ok: 'foots', off: 'does NOT foot', unknown: 'footing not known' }[footing],
      ];
      ready += `${parts.join(' · ')}\n`;
      statementCount += 1;
      entryCount += statement.entryCount;
    },
    end(format, problems) {
      const totals = [`${statementCount} statements`, `${entryCount} entries`, `${problems.length} problems`];
      ready += `${format ?? 'unknown format'}: ${totals.join(', ')}\n`;
    },
    take() {
      const text = ready;
      ready = '';
      return text;
    },
  };
}
