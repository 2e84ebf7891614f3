/** One thing said in English and in Thai. */
export interface Text {
  readonly en: string;
  readonly th: string;
}

export function both(en: string, th: string): Text {
  return { en, th };
}
