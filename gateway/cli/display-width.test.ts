import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, longestPiece, padEnd, padStart, printable, wrap } from './display-width.ts';

const graphemes = new Intl.Segmenter('th');

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['กา', 2],
    ['ที่', 1],
    ['เบี้ย', 3],
    ['ก็', 1],
    ['ญี่ปุ่น', 3],
    ['กำ', 2],
    ['น้ำ', 2],
    ['น\u0e4d\u0e49า', 2],
    ['สมุดพก', 5],
    ['พ.ศ. ๒๕๖๕', 9],
    ['฿1,000', 6],
    ['ๆลฯ', 3],
    ['กระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์', 36],
    ['日本', 4],
    ['e\u0301', 1],
    ['ก\u200bข', 2],
    ['✓ ✗ · … — ─', 11],
  ])('of %j is %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns);
  });
});

describe('printable', () => {
  it('takes away what a terminal could obey and leaves Thai marks alone', () => {
    expect(printable('ที่\u001b[31mแดง\u0007\r\nบรรทัด\u009b2J\u202eกลับ')).toBe('ที่ [31mแดง บรรทัด 2J กลับ');
  });
});

describe('padding', () => {
  it('fills up to a number of columns, not of characters', () => {
    expect(padEnd('ที่นี่', 5)).toBe('ที่นี่   ');
    expect(padStart('น้ำ', 4)).toBe('  น้ำ');
    expect(padEnd('ยาวกว่า', 3)).toBe('ยาวกว่า');
  });
});

describe('longestPiece', () => {
  it('is the width under which a word would be broken', () => {
    const text = 'Bangkok Metropolitan person.inStateCareHome กรุงเทพมหานคร';
    expect(longestPiece(text)).toBe(15);
    expect(wrap(text, 15)).toContain('inStateCareHome');
  });
});

describe('wrap', () => {
  it('breaks Thai between words though no space stands there', () => {
    expect(wrap('เบี้ยยังชีพผู้สูงอายุ', 7)).toEqual(['เบี้ยยังชีพ', 'ผู้สูงอายุ']);
  });

  it('keeps closing signs with the word before and opening ones with the word after', () => {
    expect(wrap('เด็กเล็กๆ (ไทย)', 6)).toEqual(['เด็ก', 'เล็กๆ', '(ไทย)']);
  });

  it('never parts a mark from its letter', () => {
    expect(wrap('ที่นั่ง', 1)).toEqual(['ที่', 'นั่', 'ง']);
  });

  it('breaks a word that is longer than a line, and only then', () => {
    expect(wrap('a verylongword b', 5)).toEqual(['a', 'veryl', 'ongwo', 'rd b']);
  });

  it('breaks the name of a fact after its dot, and no number', () => {
    expect(wrap('person.schoolEnrolled 12.50', 16)).toEqual(['person.', 'schoolEnrolled', '12.50']);
    expect(wrap('1.50 12.50', 6)).toEqual(['1.50', '12.50']);
  });

  it('gives one empty line for nothing', () => {
    expect(wrap('', 10)).toEqual(['']);
    expect(wrap('   ', 10)).toEqual(['']);
  });

  it('keeps within the columns and loses nothing but spaces', () => {
    const letters = constantFrom(...'กขคงิีึ่้ำาเแโๆฯ (ab-c.), 日é'.split(''));
    assert(
      property(array(letters, { maxLength: 60 }), integer({ min: 4, max: 30 }), (characters, width) => {
        const text = characters.join('');
        const lines = wrap(text, width);
        expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
        const tooWide = lines.filter((line) => displayWidth(line) > width && [...graphemes.segment(line)].length > 1);
        expect(tooWide).toEqual([]);
      }),
    );
  });
});
