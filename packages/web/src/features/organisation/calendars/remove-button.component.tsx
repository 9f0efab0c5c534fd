import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';

/** Takes a team or a shift away; why it cannot go, such as people who still work in it, stands beside the button. */
export function RemoveButton(props: { name: string; remove: () => Promise<unknown>; close: () => void }): ReactNode {
  const { t } = useTexts();
  const remove = useAct(props.remove, { said: () => t('calendars.removed', { name: props.name }) });
  return (
    <>
      <Button
        variant="default"
        loading={remove.isPending}
        onClick={() => remove.mutate(undefined, { onSuccess: props.close })}
      >
        {t('calendars.remove')}
      </Button>
      {remove.error && <ProblemNote error={remove.error} />}
    </>
  );
}
