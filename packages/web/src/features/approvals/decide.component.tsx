/** The decision: approve what is shown, send it back with words, or, of one's own, ask again or withdraw it. */
import { Button, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../app/act.ts';
import { api, dataOf } from '../../app/api.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { KIND_WORDS } from './approval-words.ts';
import styles from './approvals.module.css';
import { approvalQuery } from './approvals.queries.ts';
import type { ApprovalDetail } from './approvals.types.ts';
import { AskAgain } from './ask-again.component.tsx';

interface DecideProps {
  readonly code: string;
  readonly detail: ApprovalDetail;
  readonly goOn: () => void;
  readonly close: () => void;
}

const WITHDRAW: TextKey = 'approvals.withdraw';
/** Of somebody else's that was sent back: it only stands in the way. */
const CLOSE_IT: TextKey = 'approvals.closeIt';

const NO_TURN_WORDS: Readonly<Record<string, TextKey>> = {
  own: 'approvals.cannotOwn',
  no_permission: 'approvals.cannotPermission',
  above_limit: 'approvals.cannotLimit',
  approved_already: 'approvals.cannotTwice',
};

export function Decide(props: DecideProps): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { code, detail } = props;
  if (detail.state === 'posted' || detail.state === 'withdrawn') return null;
  if (detail.state === 'sent_back') {
    return detail.isOwn ? (
      <AskAgain code={code} detail={detail} close={props.close} withdraw={<Withdraw {...props} word={WITHDRAW} />} />
    ) : (
      may(company, 'approvals.decide') && <Withdraw {...props} word={CLOSE_IT} />
    );
  }
  const why = detail.noTurn === null ? undefined : NO_TURN_WORDS[detail.noTurn];
  const mayDecide = detail.noTurn === null || detail.noTurn === 'refused_by_books';
  return (
    <div className={styles.decide}>
      {detail.lapsedBy.length > 0 && (
        <p className={styles.refusal}>{t('approvals.lapsed', { names: detail.lapsedBy.join(', ') })}</p>
      )}
      {why && <p className={styles.quiet}>{t(why)}</p>}
      {!mayDecide && (
        <p className={styles.quiet}>
          {detail.deciders.length === 0
            ? t('approvals.noDeciders')
            : t('approvals.deciders', { names: detail.deciders.join(', ') })}
        </p>
      )}
      {mayDecide && <ApproveOrSendBack {...props} />}
      {detail.isOwn && <Withdraw {...props} word={WITHDRAW} />}
    </div>
  );
}

function ApproveOrSendBack({ code, detail, goOn }: DecideProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const [words, setWords] = useState('');
  const params = { path: { company: code, id: detail.id } };
  const amount = formats.money(detail.amount);
  const approve = useAct(
    (seen: string) => {
      const body = { seen, words: words.trim() || null };
      return dataOf(api.POST('/api/v1/companies/{company}/approvals/{id}/approval', { params, body }));
    },
    {
      said: ({ state }) =>
        state === 'posted'
          ? t('approvals.approvedNow', { kind: t(KIND_WORDS[detail.kind]), amount })
          : t('approvals.approvedFirst'),
      done: goOn,
    },
  );
  const sendBack = useAct(
    () => api.POST('/api/v1/companies/{company}/approvals/{id}/sending-back', { params, body: { words } }),
    { said: () => t('approvals.sentBack', { name: detail.requestedByName }), done: goOn },
  );
  const error = approve.error ?? sendBack.error;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!detail.fingerprint) return;
        approve.mutate(detail.fingerprint, {
          // What would be posted now is fetched again, so that the next look is at that.
          onError: () => void queryClient.invalidateQueries(approvalQuery(code, detail.id)),
        });
      }}
    >
      {error && <ProblemNote error={error} />}
      <Textarea
        label={t('approvals.words')}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={styles.bigActs}>
        <Button type="submit" loading={approve.isPending} disabled={detail.fingerprint === null}>
          {t(approveWord(detail), { amount })}
        </Button>
        <Button
          variant="default"
          disabled={words.trim() === ''}
          loading={sendBack.isPending}
          title={t('approvals.sendBackHelp')}
          onClick={() => sendBack.mutate(undefined)}
        >
          {t('approvals.sendBack')}
        </Button>
      </div>
    </form>
  );
}

function approveWord({ needed, approvalsCount, kind }: ApprovalDetail): TextKey {
  if (needed - approvalsCount > 1) return 'approvals.approveFirst';
  return kind === 'interest_waiver' ? 'approvals.approveWaiver' : 'approvals.approve';
}

function Withdraw({ code, detail, goOn, word }: DecideProps & { word: TextKey }): ReactNode {
  const { t } = useTexts();
  const params = { path: { company: code, id: detail.id } };
  const withdraw = useAct(
    () => api.POST('/api/v1/companies/{company}/approvals/{id}/withdrawal', { params, body: { words: null } }),
    { said: () => t('approvals.withdrawn'), done: goOn },
  );
  return (
    <>
      {withdraw.error && <ProblemNote error={withdraw.error} />}
      <div className={styles.acts}>
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
          {t(word)}
        </Button>
      </div>
    </>
  );
}
