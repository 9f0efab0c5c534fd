/**
 * The sheet to speak by (`c`): whom, when, on which number; the words; what is open; notes, outcome and next step. Saved as one
 * activity with its duration (Ctrl Enter). What is typed survives a reload.
 */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { PinnedNotes } from '../../customers/notes/pinned.component.tsx';
import { CallForm } from './call-form.component.tsx';
import { CallMatters } from './call-matters.component.tsx';
import { CallWho } from './call-who.component.tsx';
import { LANGUAGE_NAMES, SCRIPT_LANGUAGES, SITUATION_WORDS, SITUATIONS } from './call-words.ts';
import styles from './calls.module.css';
import { type CallSheetData, callSheetQuery, type SheetChoice } from './calls.queries.ts';

interface CallSheetProps {
  readonly code: string;
  readonly customerId: string;
  /** The call-back that the call answers. */
  readonly callBackId?: string | undefined;
  readonly close: () => void;
  /** After the call was saved; else it only closes. */
  readonly onSaved?: (() => void) | undefined;
}

export function CallSheet(props: CallSheetProps): ReactNode {
  const { t } = useTexts();
  const { code, customerId, close } = props;
  const [choice, setChoice] = useState<SheetChoice>({});
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [hasOutcome, setHasOutcome] = useState(false);
  const sheet = useQuery(callSheetQuery(code, customerId, choice));
  const { data } = sheet;
  return (
    <Panel title={<h2>{data ? t('calls.callTo', { name: data.name }) : t('grid.reading')}</h2>} close={close}>
      <div className={styles.sheet}>
        {sheet.error && <ProblemNote error={sheet.error} retry={() => void sheet.refetch()} />}
        {data && (
          <>
            <CallWho
              sheet={data}
              choose={(contact) =>
                setChoice(({ contact: _other, ...rest }) => ({ ...rest, ...(contact ? { contact } : {}) }))
              }
            />
            <PinnedNotes code={code} customerId={customerId} />
            <Script sheet={data} choice={choice} change={setChoice} isSpoken={hasOutcome} />
            <CallMatters sheet={data} ticked={ticked} tick={setTicked} />
            <CallForm {...props} sheet={data} ticked={ticked} tellOutcome={setHasOutcome} />
          </>
        )}
      </div>
    </Panel>
  );
}

interface ScriptProps {
  readonly sheet: CallSheetData;
  readonly choice: SheetChoice;
  readonly change: (choice: SheetChoice) => void;
  /** The call came out: what is promised or disputed needs the room. */
  readonly isSpoken: boolean;
}

function Script({ sheet, choice, change, isSpoken }: ScriptProps): ReactNode {
  const { t } = useTexts();
  return (
    <details className={styles.script} open={!isSpoken}>
      <summary>{t('calls.script')}</summary>
      <div className={styles.line}>
        <select
          aria-label={t('calls.situation')}
          value={sheet.situation}
          onChange={(event) =>
            change({ ...choice, situation: event.currentTarget.value as CallSheetData['situation'] })
          }
        >
          {SITUATIONS.map((one) => (
            <option key={one} value={one}>
              {t(SITUATION_WORDS[one])}
            </option>
          ))}
        </select>
        <select
          aria-label={t('calls.language')}
          value={sheet.language}
          onChange={(event) => change({ ...choice, language: event.currentTarget.value as CallSheetData['language'] })}
        >
          {SCRIPT_LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
      </div>
      <p lang={sheet.language} className={styles.words}>
        {sheet.script}
      </p>
    </details>
  );
}
