import type { HouseDraft } from './draft.ts';
import { figures } from './figures.ts';

/** In Bangkok the community that the house belongs to: one of the eight unregistered ones, or an invented registered one. */
export function stateCommunity(house: HouseDraft): void {
  Object.assign(house.facts, { bkkCommunityName: null, bkkCommunityRegistered: null });
  if (!house.areaCode.startsWith('10')) return;
  const random = house.random('community');
  const unregistered = unregisteredCommunities[house.areaCode.slice(0, 4)];
  if (unregistered !== undefined && random.chance(figures.unregisteredCommunity.value * unregisteredDistrictWeight)) {
    Object.assign(house.facts, { bkkCommunityName: unregistered, bkkCommunityRegistered: false });
    return;
  }
  if (!random.chance(0.6)) return;
  const name = `ชุมชน${random.pick(['สมมติพัฒนา', 'จำลองร่วมใจ', 'ตัวอย่างสามัคคี', 'ริมคลองสมมติ'])} ${random.int(1, 40)}`;
  Object.assign(house.facts, { bkkCommunityName: name, bkkCommunityRegistered: true });
}

/** The eight communities lie in eight of the fifty districts. */
const unregisteredDistrictWeight = 50 / 8;

/** Communities that the MSDHS named as not registered with the BMA (2021), by district. */
const unregisteredCommunities: Readonly<Record<string, string>> = {
  1016: 'ภายในซอยจรัญสนิทวงศ์ 9/1',
  1037: 'รัชฎภัณฑ์ ซอยหมอเหล็ง',
  1020: 'วัดสุวรรณคีรี',
  1005: 'ลำชะล่า โคกบ่าวสาว',
  1002: 'วัดจอมสุดาราม',
  1032: 'เฟื้องฟ้าพัฒนา',
  1034: 'ภายในซอยศรีนครินทร์ 9',
  1006: 'กลุ่มริมคลองกะจะ',
};
