/** The parts of a customer's page but the lists of items, with which it opens: each is fetched when it is first shown. */
import { type ComponentType, lazy } from 'react';
import type { CustomerPart } from './parts.ts';

export interface PartProps {
  readonly code: string;
  readonly customerId: string;
}

/** The lists of items. */
export type ItemPart = 'open' | 'all' | 'receipts';

export const LAZY_PARTS: Readonly<Record<Exclude<CustomerPart, ItemPart>, ComponentType<PartProps>>> = {
  applications: lazy(async () => ({ default: (await import('./applications.component.tsx')).CustomerApplications })),
  promises: lazy(async () => ({
    default: (await import('../collections/promises/customer-promises.component.tsx')).CustomerPromises,
  })),
  tasks: lazy(async () => ({
    default: (await import('../collections/tasks/customer-tasks.component.tsx')).CustomerTasks,
  })),
  sessions: lazy(async () => ({
    default: (await import('../collections/sessions/sessions.component.tsx')).CustomerSessions,
  })),
  dunning: lazy(async () => ({
    default: (await import('../collections/dunning/customer-dunning.component.tsx')).CustomerDunning,
  })),
  paying: lazy(async () => ({ default: (await import('./paying/paying.component.tsx')).CustomerPaying })),
  mail: lazy(async () => ({ default: (await import('../correspondence/customer-mail.component.tsx')).CustomerMail })),
  timeline: lazy(async () => ({ default: (await import('./timeline/timeline.component.tsx')).CustomerTimeline })),
  notes: lazy(async () => ({ default: (await import('./notes.component.tsx')).CustomerNotes })),
  contacts: lazy(async () => ({ default: (await import('./contacts.component.tsx')).CustomerContacts })),
  family: lazy(async () => ({ default: (await import('./family.component.tsx')).CustomerFamily })),
  record: lazy(async () => ({ default: (await import('./customer-record.component.tsx')).CustomerRecord })),
  requests: lazy(async () => ({ default: (await import('./customer-requests.component.tsx')).CustomerRequests })),
};
