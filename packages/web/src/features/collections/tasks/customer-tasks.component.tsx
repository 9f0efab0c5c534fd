import type { ReactNode } from 'react';
import { TasksView } from './tasks.component.tsx';

/** What is to be done about a customer, its items and promises, whoever has it. */
export function CustomerTasks({ code, customerId }: { code: string; customerId: string }): ReactNode {
  return <TasksView code={code} whose="all" customerId={customerId} />;
}
