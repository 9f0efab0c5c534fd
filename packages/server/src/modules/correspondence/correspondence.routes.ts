import type { HttpApp } from '../../platform/http/index.ts';
import { registerConversationRoutes } from './conversations/conversations.routes.ts';
import type { CorrespondenceContext } from './correspondence.context.ts';
import { registerMailboxRoutes } from './mailboxes/mailboxes.routes.ts';
import { registerComingBackRoutes } from './sending/coming-back.routes.ts';
import { registerSendingRoutes } from './sending/sending.routes.ts';
import { registerStatementRoutes } from './statements/statements.routes.ts';
import { registerLetterSumsRoutes } from './templates/letter-sums.routes.ts';
import { registerLetterRoutes } from './templates/letters.routes.ts';

export function registerCorrespondenceRoutes(app: HttpApp, context: CorrespondenceContext): void {
  registerConversationRoutes(app, context);
  registerLetterRoutes(app, context);
  registerLetterSumsRoutes(app, context);
  registerSendingRoutes(app, context);
  registerComingBackRoutes(app, context);
  registerStatementRoutes(app, context);
  registerMailboxRoutes(app, context);
}
