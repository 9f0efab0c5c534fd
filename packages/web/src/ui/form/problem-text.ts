import { ApiProblem } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';

/** The sentence for an error: the server's words when it spoke, ours when it could not be reached or broke. */
export function useProblemText(): (error: Error) => string {
  const { t } = useTexts();
  return (error) => {
    if (isMissingPart(error)) return t('problem.part');
    if (!(error instanceof ApiProblem)) return t('problem.unexpected');
    if (error.status === 0) return t('problem.network');
    if (error.status === 403) return error.message || t('problem.forbidden');
    if (error.status >= 500) return t('problem.server');
    return error.message || t('problem.unexpected');
  };
}

/** A part of the page that is fetched when it is first used did not come: no connection, or a newer version of the page. */
export function isMissingPart(error: Error): boolean {
  return /dynamically imported module|importing a module script failed|unable to preload/i.test(error.message);
}

/** What the server said of one field of a form, or null. */
export function fieldProblem(error: Error | null, field: string): string | null {
  if (!(error instanceof ApiProblem)) return null;
  return error.problems.find((problem) => problem.field === field)?.message ?? null;
}
