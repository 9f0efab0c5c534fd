import type { HttpApp } from '../../../platform/http/index.ts';
import { type CustomerHoursOptions, registerCustomerHoursRoutes } from './customer-hours.routes.ts';
import { registerHolidayRoutes } from './holidays.routes.ts';
import { registerShiftRoutes } from './shifts.routes.ts';
import { registerWorkPlanRoutes } from './work-plan.routes.ts';

export function registerCalendarRoutes(app: HttpApp, options: CustomerHoursOptions): void {
  registerShiftRoutes(app, options);
  registerHolidayRoutes(app, options);
  registerWorkPlanRoutes(app, options);
  registerCustomerHoursRoutes(app, options);
}
