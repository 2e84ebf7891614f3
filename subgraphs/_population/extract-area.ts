import { asciiDigits, isAreaCode } from '../../schema/contract/scalars.ts';
import { isKnownArea } from '../_kit/areas.ts';
import { ExtractFault } from '../_kit/import.ts';
import { isJsonObject, optionalText, type JsonObject } from './extract-shape.ts';

/** Where the house is: an area code of 6, 4 or 2 digits, and the line of the address when there is one. */
export interface HousePlace {
  readonly areaCode: string;
  readonly address: string | null;
}

/** From `areaCode` and `address`, else from `place`, else from the province. Throws ExtractFault when nothing tells it. */
export function placeOf(household: JsonObject): HousePlace {
  const place = optionalText(household['place'], 'place', 500) ?? '';
  const areaCode = statedArea(household['areaCode']) ?? areaOfPlace(place) ?? provinceOf(household);
  if (areaCode === undefined) {
    throw new ExtractFault('areaCode', 'is missing, and `place` has no code of a known area in brackets');
  }
  return { areaCode, address: optionalText(household['address'], 'address', 300) ?? lineOfPlace(place) };
}

function statedArea(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const code = typeof value === 'string' ? asciiDigits(value) : '';
  if (isAreaCode(code) && isKnownArea(code)) return code;
  throw new ExtractFault(
    'areaCode',
    'must be the code of a known province (2 digits), district (4) or subdistrict (6)',
  );
}

/** `… ต.ปิงโค้ง (500406) อ.เชียงดาว (5004) …` -> `500406`. */
function areaOfPlace(place: string): string | undefined {
  const codes = [...asciiDigits(place).matchAll(/\((?<code>\d+)\)/gu)].map((match) => match.groups?.['code'] ?? '');
  const known = codes.filter((code) => isAreaCode(code) && isKnownArea(code));
  return known.toSorted((one, other) => other.length - one.length)[0];
}

function provinceOf(household: JsonObject): string | undefined {
  const facts = household['household'];
  const code = household['provinceCode'] ?? (isJsonObject(facts) ? facts['provinceCode'] : undefined);
  return typeof code === 'string' && code.length === 2 && isKnownArea(code) ? code : undefined;
}

/** What stands before the subdistrict: the house or the village. */
function lineOfPlace(place: string): string | null {
  const line = /^(?<line>.+?)\s+(?:ต\.|ตำบล|แขวง|อ\.|อำเภอ|เขต)/u.exec(place)?.groups?.['line'];
  return line === undefined || line.includes('(') ? null : line;
}
