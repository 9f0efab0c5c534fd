/** A file's advices without a database: for the command line. Read in the reading process, like one that was uploaded. */
import type { RowFault } from '../messages.ts';
import { readInProcess } from '../reading-process.ts';
import type { ToldAdvice } from './told-advice.ts';

export interface AdviceFile {
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Where it names no currency. */
  readonly currency: string;
}

export interface AdvicesOfFile {
  readonly advices: readonly ToldAdvice[];
  readonly problems: readonly RowFault[];
}

/** Never throws for what the file holds: a file that cannot be read is one problem. */
export async function readAdviceFile({ name, content, currency }: AdviceFile): Promise<AdvicesOfFile> {
  const task = { kind: 'remittance', mapping: null, settled: {}, companyCode: null, fileName: name, currency } as const;
  const advices: ToldAdvice[] = [];
  const problems: RowFault[] = [];
  for await (const message of readInProcess(task, content)) {
    if (message.type === 'advices') advices.push(...message.advices);
    if (message.type === 'refused') problems.push(...message.refusals.flatMap(({ faults }) => faults));
    if (message.type === 'failed') problems.push({ row: 1, field: null, code: message.code, message: message.message });
  }
  return { advices, problems };
}
