import type { Tx } from '../../platform/database/transaction.ts';
import type { BatchRecorder } from './batch-recorder.ts';
import type { ImportQuestion, ReadingMessage } from './reading/messages.ts';

/** Takes what was read of a file, block by block: compares it with what stands, and posts it when it is asked to. */
export interface FileTaker {
  readonly take: (message: ReadingMessage) => Promise<void>;
  readonly finish: () => Promise<void>;
  /** What has to be answered before it is posted, beside what the reading asks. */
  readonly questions?: () => readonly ImportQuestion[];
}

/**
 * The same steps make the preview and the posting, so that they cannot differ: a preview stops before each write.
 * `commandId` groups the entries; null in a preview.
 */
export interface TakingContext {
  readonly tx: Tx;
  readonly batchId: string;
  readonly commandId: string | null;
  readonly recorder: BatchRecorder;
}
