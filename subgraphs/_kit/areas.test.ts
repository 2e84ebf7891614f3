import { describe, expect, it } from 'vitest';
import { areaOf, isKnownArea, postcodeOf, subdistrictsOf } from './areas.ts';

const allSubdistricts = subdistrictsOf('');

describe('areaOf', () => {
  it('knows a province, a district and a subdistrict by 2, 4 and 6 digits', () => {
    expect(areaOf('50')).toStrictEqual({ code: '50', nameTh: 'เชียงใหม่', nameEn: 'Chiang Mai' });
    expect(areaOf('5004')).toStrictEqual({ code: '5004', nameTh: 'เชียงดาว', nameEn: 'Chiang Dao' });
    expect(areaOf('500406')).toStrictEqual({ code: '500406', nameTh: 'ปิงโค้ง', nameEn: 'Ping Khong' });
  });

  it('has no English name where the project has none', () => {
    expect(areaOf('500401')?.nameEn).toBeNull();
  });

  it('knows nothing of a code that no area has', () => {
    expect(areaOf('99')).toBeUndefined();
    expect(isKnownArea('509999')).toBe(false);
    expect(isKnownArea('')).toBe(false);
  });
});

describe('the list of areas', () => {
  it('has 77 provinces, 928 districts and 7,475 subdistricts', () => {
    const districts = new Set(allSubdistricts.map((code) => code.slice(0, 4)));
    const provinces = new Set(allSubdistricts.map((code) => code.slice(0, 2)));
    expect([provinces.size, districts.size, allSubdistricts.length]).toStrictEqual([77, 928, 7475]);
  });

  it('knows the district and the province of every subdistrict', () => {
    const orphans = allSubdistricts.filter((code) => !isKnownArea(code.slice(0, 4)) || !isKnownArea(code.slice(0, 2)));
    expect(orphans).toStrictEqual([]);
  });

  it('names every province in English', () => {
    const provinces = [...new Set(allSubdistricts.map((code) => code.slice(0, 2)))];
    expect(provinces.filter((code) => areaOf(code)?.nameEn === null)).toStrictEqual([]);
  });

  it('names all 25 districts of Chiang Mai in English, Galyani Vadhana by its own code', () => {
    const districts = [...new Set(subdistrictsOf('50').map((code) => code.slice(0, 4)))];
    expect(districts.filter((code) => areaOf(code)?.nameEn !== null)).toHaveLength(25);
    expect(areaOf('5025')?.nameEn).toBe('Galyani Vadhana');
  });

  it('gives the two Si Chomphu of Bueng Kan to the districts that they lie in', () => {
    expect([areaOf('3803')?.nameTh, areaOf('380305')?.nameTh]).toStrictEqual(['โซ่พิสัย', 'ศรีชมภู']);
    expect(postcodeOf('380305')).toBe(postcodeOf('380301'));
    expect([areaOf('3804')?.nameTh, areaOf('380405')?.nameTh]).toStrictEqual(['พรเจริญ', 'ศรีชมภู']);
    expect(postcodeOf('380405')).toBe(postcodeOf('380401'));
  });
});

describe('postcodeOf', () => {
  it('tells the postcode of a subdistrict and of nothing larger', () => {
    expect(postcodeOf('500406')).toBe('50170');
    expect(postcodeOf('5004')).toBeUndefined();
  });

  it('has five digits for every subdistrict', () => {
    expect(allSubdistricts.filter((code) => !/^\d{5}$/u.test(postcodeOf(code) ?? ''))).toStrictEqual([]);
  });
});

describe('subdistrictsOf', () => {
  it('takes a province, a district or a subdistrict', () => {
    expect(subdistrictsOf('5004')).toContain('500406');
    expect(subdistrictsOf('5004').every((code) => code.startsWith('5004'))).toBe(true);
    expect(subdistrictsOf('500406')).toStrictEqual(['500406']);
    expect(subdistrictsOf('98')).toStrictEqual([]);
  });
});
