import { CodedError } from '../../schema/contract/error-codes.ts';
import type { ImportSummary } from '../app/stores.ts';

/** Says what went in, and every refused household by line, path and reason; any refusal makes the exit status 1. */
export function reportImport({ imported, refused }: ImportSummary): void {
  for (const refusal of refused)
    console.error(`samutphok: ${new CodedError('IMPORT_RECORD_INVALID', { ...refusal }).message}`);
  console.log(`${imported} household(s) loaded, ${refused.length} refused`);
  if (refused.length > 0) process.exitCode = 1;
}
