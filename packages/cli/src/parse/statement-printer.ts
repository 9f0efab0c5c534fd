/** Prints what a reader tells: as one JSON document written while the file is read, or as lines for a person. */
import {
  type BankEntry,
  type BankStatement,
  entryToJson,
  type FileProblem,
  statementToJson,
} from '@quittance/core/bank-formats';
import { type Remittance, remittanceToJson } from '@quittance/core/remittance';

export interface FilePrinter {
  readonly onEntry: (entry: BankEntry) => void;
  readonly onStatement: (statement: BankStatement) => void;
  readonly onRemittance: (remittance: Remittance) => void;
  readonly end: (format: string | null, problems: readonly FileProblem[]) => void;
  /** Takes what is ready to be written. */
  readonly take: () => string;
}

/** Each statement's entries come first, as they are read; its balances are only known when it is complete. */
export function createJsonPrinter(kind: 'statements' | 'remittances'): FilePrinter {
  let ready = `{"${kind}":[`;
  let count = 0;
  let entryCount = 0;
  const openOne = () => {
    ready += count === 0 ? '\n' : ',\n';
    count += 1;
  };
  return {
    onEntry(entry) {
      if (entryCount === 0) {
        openOne();
        ready += '{"entries":[';
      }
      ready += `${entryCount === 0 ? '' : ','}\n${JSON.stringify(entryToJson(entry))}`;
      entryCount += 1;
    },
    onStatement(statement) {
      if (entryCount === 0) {
        openOne();
        ready += '{"entries":[';
      }
      ready += `],${JSON.stringify(statementToJson(statement)).slice(1)}`;
      entryCount = 0;
    },
    onRemittance(remittance) {
      openOne();
      ready += JSON.stringify(remittanceToJson(remittance));
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

const FOOTINGS = { ok: 'foots', off: 'does NOT foot', unknown: 'footing not known' };

/** One line for each statement or remittance. Problems are the command's to tell, on standard error. */
export function createPlainPrinter(): FilePrinter {
  let ready = '';
  let statementCount = 0;
  let entryCount = 0;
  let remittanceCount = 0;
  return {
    onEntry: () => undefined,
    onStatement(statement) {
      const { account, currency, number, openingBalance, closingBalance, footing } = statementToJson(statement);
      const parts = [
        `${account ?? 'no account'} ${currency ?? ''}`.trim(),
        `statement ${number ?? 'without number'}`,
        `${statement.entryCount} entries`,
        `${openingBalance?.amount ?? '?'} to ${closingBalance?.amount ?? '?'}`,
        FOOTINGS[footing],
      ];
      ready += `${parts.join(' · ')}\n`;
      statementCount += 1;
      entryCount += statement.entryCount;
    },
    onRemittance(remittance) {
      const { payer, amount, currency, paidOn, traceNumber, lines, footing } = remittanceToJson(remittance);
      const parts = [
        payer.name ?? 'no payer',
        `${amount ?? '?'} ${currency}`,
        paidOn ?? 'no date',
        `trace ${traceNumber ?? 'missing'}`,
        `${lines.length} documents`,
        FOOTINGS[footing],
      ];
      ready += `${parts.join(' · ')}\n`;
      remittanceCount += 1;
    },
    end(format, problems) {
      const counts =
        format === 'edi820'
          ? [`${remittanceCount} remittances`]
          : [`${statementCount} statements`, `${entryCount} entries`];
      ready += `${format ?? 'unknown format'}: ${[...counts, `${problems.length} problems`].join(', ')}\n`;
    },
    take() {
      const text = ready;
      ready = '';
      return text;
    },
  };
}
