/** Saved views of a grid: choose one, save what is shown, rename, share, delete, open the grid with it, copy its address. */
import { lazy, type ReactNode, Suspense } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Dropdown } from '../dropdown/dropdown.component.tsx';
import { Icon } from '../icon/icon.component.tsx';
import { useCompanyCode, useViews } from './views.queries.ts';

const ViewList = lazy(async () => ({ default: (await import('./view-list.component.tsx')).ViewList }));

export interface ViewsMenuProps {
  readonly gridId: string;
  /** What is shown now, as it is kept. */
  readonly state: string;
  readonly apply: (state: string) => void;
  /** The page keeps the view in its address, so that the address can be sent. */
  readonly hasAddress: boolean;
}

export function ViewsMenu(props: ViewsMenuProps & { faceClass: string | undefined }): ReactNode {
  const { t } = useTexts();
  const code = useCompanyCode();
  const { views } = useViews(props.gridId);
  if (code === null) return null;
  const current = views.find((view) => view.state === props.state);
  return (
    <Dropdown
      label={current ? t('views.menuNow', { name: current.name }) : t('views.menu')}
      title={current?.name ?? t('views.menu')}
      align="end"
      isMarked={current !== undefined && props.state !== ''}
      faceClass={props.faceClass}
      face={<Icon name="view" />}
    >
      {(close) => (
        <Suspense>
          <ViewList {...props} views={views} close={close} />
        </Suspense>
      )}
    </Dropdown>
  );
}
