/** The addresses of the product. Each feature is fetched when it is first opened. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { RECEIPT_QUEUES } from '../features/cash-application/cash.types.ts';
import { FIGURES } from '../features/cash-application/measures/measured-figures.ts';
import { FIGURES as HUDDLE_FIGURES } from '../features/collections/huddle/huddle-figures.ts';
import { CUSTOMER_PARTS } from '../features/customers/parts.ts';
import { NoCompany, NotFound, PageProblem } from './errors.component.tsx';
import { Frame } from './frame.component.tsx';
import { homeOf } from './home.ts';
import type { TextKey } from './i18n.ts';
import { dateIn, oneOf, textIn, viewIn, withoutBlanks } from './search.ts';
import { sessionQuery } from './session.ts';

interface RouterContext {
  readonly queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: NotFound });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: {} });
    const [company] = session.companies;
    if (!company) throw redirect({ to: session.isAdministrator ? '/new-company' : '/no-company' });
    throw redirect({ to: homeOf(company), params: { company: company.code, queue: 'to_confirm' } });
  },
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ to: textIn(raw, 'to') }),
  component: lazyRouteComponent(() => import('../features/identity/sign-in.page.tsx'), 'SignInPage'),
});

const newCompany = createRoute({
  getParentRoute: () => root,
  path: '/new-company',
  beforeLoad: async ({ context }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { to: '/new-company' } });
  },
  component: lazyRouteComponent(() => import('../features/organisation/new-company.page.tsx'), 'NewCompanyPage'),
});

const noCompany = createRoute({ getParentRoute: () => root, path: '/no-company', component: NoCompany });

const company = createRoute({
  getParentRoute: () => root,
  path: '/c/$company',
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({ asOf: dateIn(raw, 'asOf'), knownAt: textIn(raw, 'knownAt') }),
  beforeLoad: async ({ context, params, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { to: location.href } });
    if (!session.companies.some((candidate) => candidate.code === params.company)) throw redirect({ to: '/' });
  },
  component: Frame,
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
  component: lazyRouteComponent(() => import('../features/cash-application/cash.page.tsx'), 'CashPage'),
});

const cashStart = createRoute({
  getParentRoute: () => company,
  path: '/cash',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/cash/$queue', params: { company: params.company, queue: 'to_confirm' } });
  },
});

const approvalsStart = createRoute({
  getParentRoute: () => company,
  path: '/approvals',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/approvals/$part', params: { company: params.company, part: 'for_me' } });
  },
});

const approvals = createRoute({
  getParentRoute: () => company,
  path: '/approvals/$part',
  staticData: { title: 'approvals.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ request: textIn(raw, 'request'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../features/approvals/approvals.page.tsx'), 'ApprovalsPage'),
});

const inbox = createRoute({
  getParentRoute: () => company,
  path: '/inbox/$part',
  staticData: { title: 'mail.inbox' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({ conversation: textIn(raw, 'conversation'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../features/correspondence/inbox.page.tsx'), 'InboxPage'),
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
    () => import('../features/cash-application/research/research.page.tsx'),
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
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(
    () => import('../features/cash-application/measures/measures.page.tsx'),
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
    () => import('../features/cash-application/taken-off/taken-off.page.tsx'),
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
    () => import('../features/cash-application/knowledge/knowledge.page.tsx'),
    'KnowledgePage',
  ),
});

const tasks = createRoute({
  getParentRoute: () => company,
  path: '/tasks',
  staticData: { title: 'tasks.title' },
  component: lazyRouteComponent(() => import('../features/collections/tasks/tasks.page.tsx'), 'TasksPage'),
});

const calls = createRoute({
  getParentRoute: () => company,
  path: '/calls/$part',
  staticData: { title: 'calls.title' },
  component: lazyRouteComponent(() => import('../features/collections/calls/calls.page.tsx'), 'CallsPage'),
});

const myDay = createRoute({
  getParentRoute: () => company,
  path: '/my-day',
  staticData: { title: 'myDay.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      customer: textIn(raw, 'customer'),
      whose: oneOf(raw, 'whose', ['mine', 'team']),
      show: oneOf(raw, 'show', ['open', 'aside']),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(() => import('../features/collections/my-day.page.tsx'), 'MyDayPage'),
});

const huddle = createRoute({
  getParentRoute: () => company,
  path: '/huddle',
  staticData: { title: 'huddle.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      owner: textIn(raw, 'owner'),
      figure: oneOf(raw, 'figure', HUDDLE_FIGURES),
      screen: oneOf(raw, 'screen', ['on']),
    }),
  component: lazyRouteComponent(() => import('../features/collections/huddle/huddle.page.tsx'), 'HuddlePage'),
});

const review = createRoute({
  getParentRoute: () => company,
  path: '/review',
  staticData: { title: 'huddle.reviewTitle' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({ owner: textIn(raw, 'owner'), figure: oneOf(raw, 'figure', HUDDLE_FIGURES), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../features/collections/huddle/review.page.tsx'), 'ReviewPage'),
});

const promises = createRoute({
  getParentRoute: () => company,
  path: '/promises/$list',
  staticData: { title: 'promises.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../features/collections/promises/promises.page.tsx'), 'PromisesPage'),
});

const dunning = createRoute({
  getParentRoute: () => company,
  path: '/dunning/$part',
  staticData: { title: 'dunning.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../features/collections/dunning/dunning.page.tsx'), 'DunningPage'),
});

const interest = createRoute({
  getParentRoute: () => company,
  path: '/interest/$part',
  staticData: { title: 'interest.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../features/collections/interest/interest.page.tsx'), 'InterestPage'),
});

const imports = createRoute({
  getParentRoute: () => company,
  path: '/imports',
  staticData: { title: 'imports.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../features/intake/imports.page.tsx'), 'ImportsPage'),
});

const arrivals = createRoute({
  getParentRoute: () => company,
  path: '/imports/part/$part',
  staticData: { title: 'imports.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ advice: textIn(raw, 'advice'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../features/intake/arrival/arrivals.page.tsx'), 'ArrivalsPage'),
});

const importBatch = createRoute({
  getParentRoute: () => company,
  path: '/imports/$importId',
  staticData: { title: 'imports.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      show: oneOf(raw, 'show', ['added', 'changed', 'unchanged', 'refused', 'statements', 'problems', 'columns']),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(() => import('../features/intake/import.page.tsx'), 'ImportPage'),
});

const aging = createRoute({
  getParentRoute: () => company,
  path: '/aging',
  staticData: { title: 'aging.title', hasAsOf: true },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({
      by: oneOf(raw, 'by', ['customer', 'item']),
      buckets: textIn(raw, 'buckets'),
      currency: textIn(raw, 'currency'),
      customer: textIn(raw, 'customer'),
      bucket: textIn(raw, 'bucket'),
      of: textIn(raw, 'of'),
      item: textIn(raw, 'item'),
      entry: textIn(raw, 'entry'),
      ...viewIn(raw),
    }),
  component: lazyRouteComponent(() => import('../features/ledger/aging.page.tsx'), 'AgingPage'),
});

const customers = createRoute({
  getParentRoute: () => company,
  path: '/customers',
  staticData: { title: 'customers.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../features/customers/customers.page.tsx'), 'CustomersPage'),
});

const customer = createRoute({
  getParentRoute: () => company,
  path: '/customers/$customerId',
  staticData: { title: 'customers.title' },
  validateSearch: (raw: Record<string, unknown>) =>
    withoutBlanks({ show: oneOf(raw, 'show', CUSTOMER_PARTS), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../features/customers/customer.page.tsx'), 'CustomerPage'),
});

const customerWork = createRoute({
  getParentRoute: () => company,
  path: '/customers/work/$part',
  staticData: { title: 'customers.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../features/customers/customer-work.page.tsx'), 'CustomerWorkPage'),
});

const item = createRoute({
  getParentRoute: () => company,
  path: '/items/$itemId',
  staticData: { title: 'item.title', hasAsOf: true },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ entry: textIn(raw, 'entry'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../features/ledger/item.page.tsx'), 'ItemPage'),
});

const books = createRoute({
  getParentRoute: () => company,
  path: '/books/$book',
  staticData: { title: 'books.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks({ journal: textIn(raw, 'journal'), ...viewIn(raw) }),
  component: lazyRouteComponent(() => import('../features/ledger/books.page.tsx'), 'BooksPage'),
});

const companyArea = createRoute({
  getParentRoute: () => company,
  path: '/company/$part',
  staticData: { title: 'company.title' },
  validateSearch: (raw: Record<string, unknown>) => withoutBlanks(viewIn(raw)),
  component: lazyRouteComponent(() => import('../features/organisation/company.page.tsx'), 'CompanyPage'),
});

/** Where people and tokens stood before they moved to their company. */
const people = createRoute({
  getParentRoute: () => company,
  path: '/people/$part',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/c/$company/company/$part', params });
  },
});

const tree = root.addChildren([
  start,
  signIn,
  newCompany,
  noCompany,
  company.addChildren([
    myDay,
    tasks,
    calls,
    huddle,
    review,
    promises,
    dunning,
    interest,
    approvalsStart,
    approvals,
    cashStart,
    research,
    measures,
    deductions,
    knowledge,
    cash,
    inbox,
    imports,
    arrivals,
    importBatch,
    aging,
    customers,
    customer,
    customerWork,
    item,
    books,
    companyArea,
    people,
  ]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: PageProblem,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
  interface StaticDataRouteOption {
    /** The name of the page, for the window's title. */
    readonly title?: TextKey;
    /** The page shows the ledger as of a day that the person may choose. */
    readonly hasAsOf?: boolean;
  }
}
