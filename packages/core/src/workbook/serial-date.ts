/**
 * A workbook keeps a day as a number: days since the end of 1899, or of 1903 in the 1904 system of old Macintosh files.
 * The 1900 system counts a 29 February 1900 that never was, as Lotus 1-2-3 did: serial 60 is no day.
 */
import { fromEpochDay, localDate, toEpochDay } from '../calendar/index.ts';

const EPOCH_1900 = toEpochDay(localDate('1899-12-30'));
const EPOCH_1904 = toEpochDay(localDate('1904-01-01'));
const SECONDS_PER_DAY = 86_400;
/** 9999-12-31, the last day a workbook knows. */
const SERIAL_MAX = 2_958_465;

/**
 * 46022 gives 2025-12-31; 46022.5 gives 2025-12-31T12:00:00; 0.75 gives 18:00:00. Null when the number is no day: then
 * it is shown as it is stored. Times are rounded to the second.
 */
export function serialText(stored: string, is1904: boolean): string | null {
  const serial = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > SERIAL_MAX) return null;
  const totalSeconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(totalSeconds / SECONDS_PER_DAY);
  const seconds = totalSeconds - day * SECONDS_PER_DAY;
  if (day === 0 && !is1904) return seconds === 0 ? null : timeText(seconds);
  const date = dayText(day, is1904);
  if (date === null || seconds === 0) return date;
  return `${date}T${timeText(seconds)}`;
}

function dayText(day: number, is1904: boolean): string | null {
  if (is1904) return fromEpochDay(EPOCH_1904 + day);
  if (day === 60) return null;
  return fromEpochDay(EPOCH_1900 + day + (day < 60 ? 1 : 0));
}

function timeText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
