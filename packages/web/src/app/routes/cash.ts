/** Cash application. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { RECEIPT_QUEUES } from '../../features/cash-application/cash.types.ts';
import { FIGURES } from '../../features/cash-application/measures/measured-figures.ts';
import { dateIn, oneOf, textIn, viewIn, withoutBlanks } from '../search.ts';
import { company } from './company.ts';

const cashStart = createRoute({
  getParentRoute: () => company,
  path: '/cash',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/cash/$queue', params: { company: params.company, queue: 'to_confirm' } });
  },
});

const research = createRoute({
  getParentRoute: () => company,
  path: '/cash/research',
  staticData: { title: 'research.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      receipt: textIn(raw, 'receipt'),
      owner: textIn(raw, 'owner'),
      cause: textIn(raw, 'cause'),
      age: textIn(raw, 'age'),
      only: oneOf(raw, 'only', ['late', 'waiting']),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(
    () => import('../../features/cash-application/research/research.page.tsx'),
    'ResearchPage',
  ),
});

const measures = createRoute({
  getParentRoute: () => company,
  path: '/cash/measures',
  staticData: { title: 'measures.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      from: dateIn(raw, 'from'),
      to: dateIn(raw, 'to'),
      figure: oneOf(raw, 'figure', FIGURES),
      currency: textIn(raw, 'currency'),
      reason: textIn(raw, 'reason'),
      payer: textIn(raw, 'payer'),
      week: dateIn(raw, 'week'),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(
    () => import('../../features/cash-application/measures/measures.page.tsx'),
    'MeasuresPage',
  ),
});

const deductions = createRoute({
  getParentRoute: () => company,
  path: '/cash/deductions',
  staticData: { title: 'takenOff.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      state: oneOf(raw, 'state', ['open', 'posted', 'withdrawn']),
      reason: textIn(raw, 'reason'),
      certificate: oneOf(raw, 'certificate', ['expected']),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(
    () => import('../../features/cash-application/taken-off/taken-off.page.tsx'),
    'TakenOffPage',
  ),
});

const knowledge = createRoute({
  getParentRoute: () => company,
  path: '/cash/knowledge',
  staticData: { title: 'learnt.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      kind: oneOf(raw, 'kind', ['account', 'name', 'habit', 'pair', 'payer', 'code', 'layout']),
      state: oneOf(raw, 'state', ['taken_back']),
      thing: textIn(raw, 'thing'),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(
    () => import('../../features/cash-application/knowledge/knowledge.page.tsx'),
    'KnowledgePage',
  ),
});

const cash = createRoute({
  getParentRoute: () => company,
  path: '/cash/$queue',
  staticData: { title: 'cash.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      receipt: textIn(raw, 'receipt'),
      reason: textIn(raw, 'reason'),
      age: textIn(raw, 'age'),
      ...viewIn(raw),
    }),
  beforeLoad: ({ params }) => {
    if (RECEIPT_QUEUES.some((queue) => queue === params.queue)) return;
    throw redirect({ to: '/c/$company/cash/$queue', params: { company: params.company, queue: 'to_confirm' } });
  },
  component: lazyRouteComponent(() => import('../../features/cash-application/cash.page.tsx'), 'CashPage'),
});

export const cashRoutes = [cashStart, research, measures, deductions, knowledge, cash] as const;
