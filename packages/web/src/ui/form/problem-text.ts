import { ApiProblem } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSentences } from '../../app/sentences/sentences.ts';

/** The server is there and says in its own words what it waits for. */
const UNAVAILABLE = 503;

/** The sentence for an error in the reader's language: the server's refusal when it spoke, ours when it could not be reached or broke. */
export function useProblemText(): (error: Error) => string {
  const { t } = useTexts();
  const sentences = useSentences();
  return (error) => {
    if (isMissingPart(error)) return t('problem.part');
    if (!(error instanceof ApiProblem)) return t('problem.unexpected');
    if (error.status === 0) return t('problem.network');
    if (error.status >= 500 && error.status !== UNAVAILABLE) return t('problem.server');
    const refusal = sentences.refusal(error) ?? error.message;
    return refusal || (error.status === 403 ? t('problem.forbidden') : t('problem.unexpected'));
  };
}

/** The server's own words where the reader has a translation of them: they name the item, the day, the amount. */
export function ownWords(error: Error, shown: string): string | null {
  if (!(error instanceof ApiProblem) || error.status === 0 || error.status >= 500) return null;
  return error.message && error.message !== shown ? error.message : null;
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
