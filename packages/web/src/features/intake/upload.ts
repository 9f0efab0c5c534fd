import { api, dataOf } from '../../app/api.ts';

export interface Uploaded {
  readonly id: string;
  /** This very file came before; its import stands. */
  readonly cameBefore: boolean;
}

/** Sends files one after the other; the server finds out what each holds. Returns their imports. */
export async function uploadFiles(company: string, files: readonly File[]): Promise<Uploaded[]> {
  const uploaded: Uploaded[] = [];
  for (const file of files) uploaded.push(await uploadFile(company, file));
  return uploaded;
}

async function uploadFile(company: string, file: File): Promise<Uploaded> {
  const form = new FormData();
  form.append('file', file, file.name);
  const batch = await dataOf(
    api.POST('/api/v1/companies/{company}/imports', {
      params: { path: { company } },
      // The generated type knows a file only as text; the form is what is sent.
      body: { file: file.name },
      bodySerializer: () => form,
    }),
  );
  return batch;
}
