/** Shapes of the API by their names, from the generated types; and the few that the screens make of them. */
import type { components, paths } from '@quittance/client';
import type { MoneyText } from '../ui/money/money-text.ts';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type Company = Session['companies'][number];
export type Customer = Schemas['Customer'];
export type Item = Schemas['Item'];
export type Posting = Schemas['Posting'];
export type ImportBatch = Schemas['Import'];
export type ImportMapping = Schemas['ImportMapping'];
export type StatementMapping = Schemas['StatementMapping'];
export type SavedMapping = Schemas['SavedMapping'];
export type Person = Schemas['Person'];
export type Arrival = Schemas['Arrival'];
export type ArrivalSource = Schemas['ArrivalSource'];
export type ArrivalSourceDraft = Schemas['ArrivalSourceDraft'];
export type StatementAccount = Schemas['StatementAccount'];
export type WaitingLine = Schemas['WaitingLine'];
export type ItemChange = Schemas['ItemChange'];
export type WorklistEntry = Schemas['WorklistEntry'];
export type ApiToken = Schemas['ApiToken'];

type Answer<Path extends keyof paths, Method extends 'get' | 'post'> = paths[Path] extends {
  [Name in Method]: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Entry = Answer<'/api/v1/companies/{company}/entries/{id}', 'get'>;
export type Period = Answer<'/api/v1/companies/{company}/periods', 'get'>['rows'][number];
export type JournalHead = Answer<'/api/v1/companies/{company}/journals', 'get'>['rows'][number];
export type JournalLine = Answer<'/api/v1/companies/{company}/journals/{number}', 'get'>['lines'][number];
export type Invariant = Answer<'/api/v1/companies/{company}/verify', 'get'>[number];
export type PendingAct = Answer<'/api/v1/companies/{company}/pending-acts', 'get'>['rows'][number];
export type ImportRow = Answer<'/api/v1/companies/{company}/imports/{id}/rows', 'get'>['rows'][number];
export type ImportProblem = Answer<'/api/v1/companies/{company}/imports/{id}/problems', 'get'>['rows'][number];
export type AuditEvent = Schemas['AuditEvent'];
export type WireAging = Answer<'/api/v1/companies/{company}/aging', 'get'>;

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** A line of an aging with its amounts as money. */
export interface AgingFigures {
  readonly currency: string;
  readonly notDue: MoneyText;
  readonly buckets: readonly MoneyText[];
  readonly unapplied: MoneyText;
  readonly total: MoneyText;
}

export interface AgingRow extends AgingFigures {
  readonly key: string;
  readonly label: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly dueOn: string | null;
}

export interface Aging {
  readonly asOf: string;
  readonly knownAt: string;
  readonly buckets: readonly number[];
  readonly rows: readonly AgingRow[];
  readonly totals: readonly AgingFigures[];
  readonly pending: number;
}
