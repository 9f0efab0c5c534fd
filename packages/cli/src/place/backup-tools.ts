import { existsSync } from 'node:fs';
import { backup, type DatabaseConnection, restore } from '@quittance/server';
import type { BackupTools } from '../backup/index.ts';
import { UsageError } from '../command-io.ts';
import { openPlace, placeOf } from './place.ts';

export const backupTools: BackupTools<DatabaseConnection> = {
  async open({ data, mustExist }) {
    const place = placeOf(data);
    if (mustExist && 'dataDir' in place && !existsSync(place.dataDir)) {
      throw new UsageError(`there is no data directory ${place.dataDir}`);
    }
    return openPlace(data);
  },
  backup,
  restore,
};
