/**
 * An invented ledger and the receipts that pay it, the same for the same seed. Amounts spread as in practice, one
 * customer carries a quarter of the volume, and receipts settle one item (67%), two (15%), three (7%), four to twenty
 * (4%), more (1.5%); the rest is noise: money that settles nothing here.
 */
import { addDays, localDate } from '@quittance/core/calendar';
import type { OpenItem, Receipt } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import { randomFrom } from '../random.ts';

export interface GeneratedPayment {
  readonly receipt: Receipt;
  /** Whose account pays; null for noise. */
  readonly customer: string | null;
  readonly itemIds: readonly string[];
}

export interface GeneratedLedger {
  readonly items: OpenItem[];
  readonly payments: GeneratedPayment[];
  readonly customers: readonly { readonly customer: string; readonly name: string; readonly account: string }[];
}

const EUR = currencyCode('EUR');
const FIRST_ISSUE = localDate('2026-01-05');
/** The day on which all generated receipts are booked. */
export const BOOKED_ON = localDate('2026-07-01');
const ISSUE_DAYS = 170;
const TERMS_DAYS = 30;
const ITEMS_A_CUSTOMER = 20;
const FIRST_NUMBER = 1_204_000_000;
/** The first customer's share of the items: one in four. */
const LARGEST_ONE_IN = 4;

export function generateLedger(size: {
  readonly items: number;
  readonly receipts: number;
  readonly seed: number;
}): GeneratedLedger {
  const random = randomFrom(size.seed);
  const customers = generateCustomers(Math.max(1, Math.ceil(size.items / ITEMS_A_CUSTOMER)), random);
  const items: OpenItem[] = [];
  const unpaid = new Map<string, OpenItem[]>();
  for (let index = 0; index < size.items; index += 1) {
    const isLargest = random() * LARGEST_ONE_IN < 1;
    const { customer } = pick(customers, isLargest ? 0 : random());
    const item = generateItem(index, customer, { random, itemsCount: size.items });
    items.push(item);
    const list = unpaid.get(customer);
    if (list) list.push(item);
    else unpaid.set(customer, [item]);
  }
  const payments: GeneratedPayment[] = [];
  for (let index = 0; index < size.receipts; index += 1)
    payments.push(generatePayment(index, { items, unpaid, customers, random }));
  return { items, payments, customers };
}

const NAME_HEADS =
  'Alder Birch Cedar Delta Ember Falcon Granite Harbour Iris Juniper Kestrel Lumen Meadow Nordic Opal Pine'.split(' ');
const NAME_TAILS =
  'Foods Freight Instruments Ceramics Textiles Motors Paper Optics Timber Metals Chemicals Retail'.split(' ');
const LEGAL_FORMS = 'Ltd GmbH SpA SA BV Inc'.split(' ');

function generateCustomers(count: number, random: () => number): { customer: string; name: string; account: string }[] {
  return Array.from({ length: count }, (_, index) => ({
    customer: `C${String(index + 1).padStart(7, '0')}`,
    name: `${pick(NAME_HEADS, random())} ${pick(NAME_TAILS, random())} ${index + 1} ${pick(LEGAL_FORMS, random())}`,
    account: `IT60X05428111010000${String(index).padStart(8, '0')}`,
  }));
}

interface ItemShape {
  readonly random: () => number;
  readonly itemsCount: number;
}

function generateItem(index: number, customer: string, { random, itemsCount }: ItemShape): OpenItem {
  const number = String(FIRST_NUMBER + index);
  const issuedOn = addDays(FIRST_ISSUE, Math.floor((index / itemsCount) * ISSUE_DAYS));
  const hasOrder = random() < 0.3;
  return {
    id: number,
    number,
    customer,
    currency: EUR,
    openMinor: BigInt(Math.max(100, Math.round(1_750_000 * Math.exp(1.1 * normal(random))))),
    issuedOn,
    dueOn: addDays(issuedOn, TERMS_DAYS),
    references: hasOrder ? [`PO ${4_500_000_000 + index}`] : [],
  };
}

/** A standard normal number by Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

interface PaymentSource {
  readonly items: readonly OpenItem[];
  readonly unpaid: Map<string, OpenItem[]>;
  readonly customers: GeneratedLedger['customers'];
  readonly random: () => number;
}

function generatePayment(index: number, source: PaymentSource): GeneratedPayment {
  const { random, items, unpaid, customers } = source;
  const id = `R${String(index + 1).padStart(7, '0')}`;
  const wanted = itemsPaid(random);
  const { customer } = pick(items, random());
  const queue = unpaid.get(customer) ?? [];
  if (wanted === 0 || queue.length === 0) return noise(id, random);
  const from = Math.floor(random() * Math.max(1, queue.length - wanted));
  const paid = queue.splice(from, wanted);
  const payer = customers[Number(customer.slice(1)) - 1];
  const receipt: Receipt = {
    id,
    bookedOn: BOOKED_ON,
    currency: EUR,
    amountMinor: paid.reduce((total, item) => total + item.openMinor, 0n),
    payerName: payer?.name.toUpperCase() ?? '',
    payerAccount: random() < 0.85 ? (payer?.account ?? '') : '',
    lines: remittanceText(paid, random),
    endToEndId: random() < 0.5 ? 'NOTPROVIDED' : `PAY${Math.floor(random() * 10_000_000)}`,
  };
  return { receipt, customer, itemIds: paid.map((item) => item.id) };
}

/** How many items a payment settles; 0 is noise. */
function itemsPaid(random: () => number): number {
  const at = random();
  if (at < 0.67) return 1;
  if (at < 0.82) return 2;
  if (at < 0.89) return 3;
  if (at < 0.93) return 4 + Math.floor(random() * 17);
  if (at < 0.945) return 21 + Math.floor(random() * 40);
  return 0;
}

function noise(id: string, random: () => number): GeneratedPayment {
  const receipt: Receipt = {
    id,
    bookedOn: BOOKED_ON,
    currency: EUR,
    amountMinor: BigInt(1 + Math.floor(random() * 5_000_000)),
    payerName: pick(['REVENUE AGENCY', 'CITY INSURANCE', 'OWN TRANSFER', 'CARD SETTLEMENT'], random()),
    payerAccount: '',
    lines: [`${pick(['REFUND', 'INTEREST', 'CLAIM', 'SETTLEMENT'], random())} ${Math.floor(random() * 1_000_000)}`],
    endToEndId: '',
  };
  return { receipt, customer: null, itemIds: [] };
}

const LINE_LENGTH = 35;

/** Whole numbers in most receipts, closing digits in some, nothing in others; cut into lines wherever they fall. */
function remittanceText(paid: readonly OpenItem[], random: () => number): string[] {
  const at = random();
  if (at < 0.12) return [pick(['PAYMENT', 'INVOICES', ''], random())];
  const cite = at < 0.24 ? (item: OpenItem) => item.number.slice(-7) : (item: OpenItem) => written(item, random);
  const text = `${pick(['INV ', 'RE ', '/ROC/', 'PAYMENT OF ', ''], random())}${paid.map(cite).join(pick([' ', ',', ' / ', '+'], random()))}`;
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += LINE_LENGTH) lines.push(text.slice(start, start + LINE_LENGTH));
  return lines;
}

function written(item: OpenItem, random: () => number): string {
  const at = random();
  if (at < 0.1) return `000${item.number}`;
  if (at < 0.2) return `INV${item.number}`;
  return item.number;
}

function pick<Value>(values: readonly Value[], at: number): Value {
  const value = values[Math.min(values.length - 1, Math.floor(at * values.length))];
  if (value === undefined) throw new RangeError('nothing to pick from');
  return value;
}
