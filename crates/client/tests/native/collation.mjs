// Writes collation.txt: drawn names in the order of ICU's collation for Vietnamese, which `thidua::text::collation` must
// give too. Quotation marks and brackets are left out: there the two differ on purpose.
//
//   node tests/native/collation.mjs > tests/native/collation.txt

let state = 16;
const draw = (list) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return list[(state >>> 8) % list.length];
};
const VOWELS = ["aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ"];
const BEGIN = ["", "b", "c", "ch", "d", "đ", "g", "gi", "h", "k", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "s", "t", "th", "tr", "v", "x"];
const END = ["", "", "c", "ch", "i", "m", "n", "ng", "nh", "o", "p", "t", "u"];
const PREFIX = ["LĐLĐ quận", "LĐLĐ huyện", "Liên đoàn Lao động thị xã", "Công đoàn", "Quận", "Tổ", "Phong trào", "Hội thi", ""];
const upper = (text) => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
const syllable = () => draw(BEGIN) + draw([...draw(VOWELS)]) + draw(END);
const name = () => {
  const words = [draw(PREFIX)];
  for (let i = draw([1, 1, 2, 2, 3]); i > 0; i -= 1) words.push(draw([upper, upper, String])(syllable()));
  if (draw([0, 0, 0, 1])) words.push(String(draw([1, 2, 3, 7, 9, 10, 11, 12, 20, 100, 2022])));
  return words.filter(Boolean).join(" ");
};
const names = new Set(["Ba Đình", "Ân Thi", "Ăn Mòn", "Đống Đa", "Đan Phượng", "Quận 2", "Quận 10", "quốc Oai", "Ứng Hòa", "Ý Yên"]);
while (names.size < 1500) names.add(name());
console.log([...names].sort(new Intl.Collator("vi", { numeric: true }).compare).join("\n"));
