const thaiDigits = /[๐-๙]/gu;
const thaiZero = 0x0e50;

/** Thai digits become ASCII ones; everything else stays. */
export function asciiDigits(text: string): string {
  return text.replaceAll(thaiDigits, (digit) => String((digit.codePointAt(0) ?? thaiZero) - thaiZero));
}

/** 11 digits, Thai or ASCII, or undefined. The registry promises no check digit (domain model, section 8). */
export function parseHouseCode(text: string): string | undefined {
  const digits = asciiDigits(text);
  return /^\d{11}$/u.test(digits) ? digits : undefined;
}

/**
 * 13 digits, Thai or ASCII, with a valid check digit, or undefined.
 * A leading 0 is valid: such numbers go to persons without civil status.
 */
export function parseCitizenId(text: string): string | undefined {
  const digits = asciiDigits(text);
  return /^\d{13}$/u.test(digits) && Number(digits.at(12)) === citizenCheckDigit(digits) ? digits : undefined;
}

/** `(11 - (sum over i=1..12 of d[i] * (14 - i)) mod 11) mod 10`, of the first twelve digits. */
export function citizenCheckDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += Number(digits.charAt(at)) * (13 - at);
  return (11 - (sum % 11)) % 10;
}

/** Province, district or subdistrict: 2, 4 or 6 ASCII digits. Whether it exists is the interior's to say. */
export function isAreaCode(text: string): boolean {
  return /^\d{2}(?:\d{2}(?:\d{2})?)?$/u.test(text);
}

const memberName = /^M[1-9]\d?$/u;

/** `M1` … `M99`. */
export function isMemberName(text: string): boolean {
  return memberName.test(text);
}

/** `99990000011` and `M1` give `99990000011-M1`: not every person has a citizen number. */
export function personIdOf(houseCode: string, member: string): string {
  return `${houseCode}-${member}`;
}

/** `99990000011-M1` gives `['99990000011', 'M1']`, anything else undefined. */
export function splitPersonId(personId: string): readonly [houseCode: string, member: string] | undefined {
  const houseCode = personId.slice(0, 11);
  const member = personId.slice(12);
  return /^\d{11}$/u.test(houseCode) && personId.charAt(11) === '-' && memberName.test(member)
    ? [houseCode, member]
    : undefined;
}
