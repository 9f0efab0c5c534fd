/** When the next money is likely: by history, and as the customer told us. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import type { Behaviour } from './paying.queries.ts';
import { runInWords } from './rhythm-words.ts';

export function RhythmLine({ rhythm }: { rhythm: Behaviour['rhythm'] }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { pattern, times, ofTimes, nextOn } = rhythm;
  if (ofTimes === 0) return <>{t('paying.noHistory')}</>;
  if (pattern === null) return <>{t('paying.noPattern', { count: ofTimes })}</>;
  return (
    <>
      {t('paying.pays', { when: runInWords(pattern, t, formats.locale), times, all: ofTimes })}
      {nextOn && (
        <>
          {' · '}
          <b>{t('paying.next', { day: formats.weekday(nextOn) })}</b>
        </>
      )}
    </>
  );
}
