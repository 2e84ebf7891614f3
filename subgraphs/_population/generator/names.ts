import type { Random } from './random.ts';

export type Sex = 'M' | 'F';

/** A given name that suits sex, age and region; in the South of the Malay speakers many names are Malay. */
export function givenName(random: Random, { sex, age, isMalay }: { sex: Sex; age: number; isMalay: boolean }): string {
  if (isMalay) return random.pick(malay[sex]);
  return random.pick(age >= 50 ? older[sex] : younger[sex]);
}

/** Put together so that nobody takes it for a real family's. */
export function familyNameOf(random: Random): string {
  return random.pick(markers) + random.pick(endings);
}

export function titleOf(sex: Sex, age: number, isMarried: boolean): string {
  if (age < 15) return sex === 'M' ? 'ด.ช.' : 'ด.ญ.';
  if (sex === 'M') return 'นาย';
  return isMarried ? 'นาง' : 'น.ส.';
}

const markers = ['สมมติ', 'จำลอง', 'สังเคราะห์', 'ทดลอง', 'นามสมมุติ'];

const endings = words(
  'กุล วงศ์ สุข ดี ใจ ทอง แก้ว งาม เจริญ มั่นคง รุ่งเรือง พัฒนา ศรี ชัย บุญ เพชร ไพร ธารา เมือง นคร ดอย นา สวน ลำธาร ฟ้า ดาว จันทร์ ตะวัน พนา คีรี',
);

const older: Readonly<Record<Sex, readonly string[]>> = {
  F: words(
    'คำแปง บัวผัน จันทร์แก้ว แสงดา บุญมี คำปัน ศรีนวล บัวแก้ว สมศรี ทองดี จันทร์ดี คำหล้า บุญยืน สายใจ ประนอม สมพร สำราญ วันดี จำปา บุญเรือน ละออ สุดใจ มาลี อุไร ทองใบ แก้วมา คำมูล ผ่องศรี',
  ),
  M: words(
    'อินถา คำปัน บุญส่ง ทองคำ ประสิทธิ์ แก้ว จันทร์ หล้า บุญมา สมชาย คำ ผัน อ้าย สมบูรณ์ ประเสริฐ บุญเลิศ สวัสดิ์ อุดม เสาร์คำ ศรีวรรณ์ บุญทา สุทัศน์ วิชัย สมาน ถนอม เจริญ สิงห์คำ ดวงดี',
  ),
};

const younger: Readonly<Record<Sex, readonly string[]>> = {
  F: words(
    'กัญญา พิมพ์ชนก สุภาพร อรทัย นภัสสร วรรณิศา ปิยะดา ชลธิชา ณัฐริกา จิราพร มินตรา ฟ้า น้ำฝน กมลวรรณ ศิริพร รัตนา อารียา สุนิสา ธิดารัตน์ เบญจวรรณ พรทิพย์ ปาริชาต ขวัญชนก ลลิตา',
  ),
  M: words(
    'ณัฐพล ธนากร ปฏิพล อนุชา กิตติ วรวุฒิ ภาณุ พีรพัฒน์ ชาญชัย ดิน ปอ ต้น ศุภชัย อภิชาติ จักรพันธ์ นพดล วีรภัทร ธีรเดช สุรชัย พงศกร เอกชัย ภูมินทร์ ก้อง ตะวัน',
  ),
};

const malay: Readonly<Record<Sex, readonly string[]>> = {
  F: words(
    'นูรฮายาตี ซากีนะห์ แมะซง รอฮานา อามีนา ยาวาเฮ นูรีซัน ฟาตีเมาะ ซูไรดา แวรอกีเยาะ ฮาซานะห์ มารียัม สาวียะห์ คอลีเยาะ อาซีซะห์ นูรมา',
  ),
  M: words('ฮาฟิซ อัสรี มูฮัมหมัด ฟุรกอน อับดุลเลาะ มะรอโซ อิสมาแอ ซุลกิฟลี ยูโซะ อาหามะ ฮาซัน รุสลัน สะมะแอ ดอเลาะ นิอามะ อัมรัน'),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}
