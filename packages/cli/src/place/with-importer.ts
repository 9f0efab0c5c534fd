import type { WithImporter } from '../import/index.ts';
import { operatorScope, withApp } from './place.ts';

export const withImporter: WithImporter = (place, work) =>
  withApp(place.data, async (app) => {
    const scope = await operatorScope(app, place.company);
    return work({
      importFile: (request) => app.services.importFile(scope, request),
      applyUnapplied: () => app.services.applyUnapplied(scope),
    });
  });
