/** A letter on paper as it is kept: its words with the marks where tables go, and what stands in the tables. */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import type { LetterBlocks, LetterItem } from '../templates/lay-out.ts';

export interface Paper {
  readonly body: string;
  /** Minor units as text. */
  readonly items: readonly {
    readonly number: string;
    readonly issuedOn: string;
    readonly dueOn: string;
    readonly daysLate: number;
    readonly currency: string;
    readonly openMinor: string;
    readonly creditMinor?: string;
    readonly restingMinor?: string;
  }[];
  readonly payment: Omit<LetterBlocks['payment'], 'qrContentId'>;
}

export interface PaperLine {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly daysLate: number;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly creditMinor: bigint;
  readonly restingMinor: bigint;
}

export function paperOf(body: string, { items, payment }: Pick<LetterBlocks, 'items' | 'payment'>): Paper {
  const { payeeName, iban, bic, otherWayToPay = null, reference } = payment;
  return { body, items: items.map(keptLine), payment: { payeeName, iban, bic, otherWayToPay, reference } };
}

function keptLine({ creditMinor = 0n, restingMinor = 0n, ...item }: LetterItem): Paper['items'][number] {
  const { number, issuedOn, dueOn, daysLate, currency, openMinor } = item;
  const line = { number, issuedOn, dueOn, daysLate, currency, openMinor: openMinor.toString() };
  return {
    ...line,
    ...(creditMinor === 0n ? {} : { creditMinor: creditMinor.toString() }),
    ...(restingMinor === 0n ? {} : { restingMinor: restingMinor.toString() }),
  };
}

export function paperLines({ items }: Paper): PaperLine[] {
  return items.map(({ issuedOn, dueOn, openMinor, creditMinor = '0', restingMinor = '0', ...line }) => ({
    ...line,
    issuedOn: localDate(issuedOn),
    dueOn: localDate(dueOn),
    openMinor: BigInt(openMinor),
    creditMinor: BigInt(creditMinor),
    restingMinor: BigInt(restingMinor),
  }));
}
