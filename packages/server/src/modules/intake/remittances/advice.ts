/** An advice as it is kept: what a payer says its payment is for, and where it was read. */
import type { LocalDate } from '@quittance/core/calendar';
import type {
  LinePlace,
  RemittanceAdjustment,
  RemittanceFooting,
  RemittanceReference,
} from '@quittance/core/remittance';
import type { AdviceForm } from '../reading/advices/told-advice.ts';

export interface KeptAdvice {
  readonly id: string;
  readonly batchId: string;
  readonly fileName: string;
  /** Which of the file's, from 1. */
  readonly number: number;
  readonly part: string | null;
  readonly form: AdviceForm;
  readonly isScanned: boolean;
  readonly receivedOn: LocalDate;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly paidOn: LocalDate | null;
  readonly traceNumber: string | null;
  readonly currency: string;
  /** As printed. */
  readonly amountMinor: bigint | null;
  /** What the lines pay; null when one of them does not say. */
  readonly linesMinor: bigint | null;
  readonly lineCount: number;
  readonly footing: RemittanceFooting;
  readonly toldText: readonly string[];
  readonly adjustments: readonly RemittanceAdjustment[];
  readonly checkedAt: string | null;
  readonly checkedByName: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnReason: string | null;
}

export interface KeptLine {
  readonly adviceId: string;
  readonly number: number;
  readonly row: number;
  readonly documentKind: RemittanceReference['kind'] | null;
  readonly documentNumber: string | null;
  readonly references: readonly RemittanceReference[];
  readonly issuedOn: LocalDate | null;
  readonly grossMinor: bigint | null;
  readonly discountMinor: bigint | null;
  readonly adjustments: readonly RemittanceAdjustment[];
  readonly paidMinor: bigint | null;
  readonly toldText: readonly string[];
  readonly place: LinePlace | null;
}
