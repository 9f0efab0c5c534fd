import { upload } from '../../app/api.ts';
import type { ImportKind } from '../../app/api.types.ts';
import { HEAD_BYTES, kindOfFile } from './kind-of-file.ts';

/** Sends files one after the other, each as what it most likely holds; returns the ids of their imports. */
export async function uploadFiles(company: string, files: readonly File[]): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) {
    ids.push(await uploadFile(company, file, kindOfFile(await headOf(file))));
  }
  return ids;
}

export async function uploadFile(company: string, file: File, kind: ImportKind): Promise<string> {
  const { id } = await upload<{ id: string }>(`/companies/${company}/imports`, file, { kind });
  return id;
}

/** Names and marks of every format are ASCII, so any 8-bit reading of the head will do; UTF-16 shows by its zero bytes. */
async function headOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const isWide = bytes.length > 3 && (bytes[1] === 0 || bytes[0] === 0 || bytes[0] === 0xff || bytes[0] === 0xfe);
  return new TextDecoder(isWide ? (bytes[0] === 0 || bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le') : 'utf-8').decode(
    bytes,
  );
}
