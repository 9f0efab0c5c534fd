import { backup, type DatabaseConnection, openDatabase, restore } from '@quittance/server';
import type { BackupTools } from '../backup/index.ts';
import { placeOf } from './place.ts';

export const backupTools: BackupTools<DatabaseConnection> = {
  open: ({ data, mustExist }) => openDatabase({ ...placeOf(data), mustExist }),
  backup,
  restore,
};
