/** How a part of the benchmark is run. */
export interface PartOptions {
  /** More rounds and larger populations. */
  readonly full: boolean;
  /** Where profiles are written, if anywhere. */
  readonly profileTo: string | undefined;
}

/** Measures and prints; asserts nothing, since times are the machine's. */
export type Part = (options: PartOptions) => Promise<void>;
