import { api, dataOf } from '../../app/api.ts';

/** Sends files one after the other; the server finds out what each holds. Returns the ids of their imports. */
export async function uploadFiles(company: string, files: readonly File[]): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) ids.push(await uploadFile(company, file));
  return ids;
}

async function uploadFile(company: string, file: File): Promise<string> {
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
  return batch.id;
}
