import { CodedError } from '../../schema/contract/error-codes.ts';

/** The header `x-cost-preview` as node joins repeated ones. Throws REQUEST_PREVIEW_INVALID for anything but `true`. */
export function readCostPreview(header: string | readonly string[] | undefined): boolean {
  if (header === undefined) return false;
  if (header === 'true') return true;
  throw new CodedError('REQUEST_PREVIEW_INVALID');
}

/** The whole answer to a preview: nothing ran, so there is no `data`. */
export interface CostPreview {
  readonly extensions: {
    readonly cost: { readonly estimate: number; readonly budget: number; readonly allowed: boolean };
  };
}

export function costPreview(estimate: number, budget: number): CostPreview {
  return { extensions: { cost: { estimate, budget, allowed: estimate <= budget } } };
}
