// The columns of the survey that bench/peers.py gives, by measure, and what each peer needs to know of them.
import { closeSync, openSync, readFileSync, readSync } from "node:fs";

const numbered = (stem, count) => Array.from({ length: count }, (_, i) => `${stem}${i + 1}`);

// Column names of `joinedup simulate`; a file of other names comes with a JSON of this shape as last argument.
const simulated = {
  id: "respondent_id", area: "icb_code",
  eq5d: ["eq5d_mo", "eq5d_sc", "eq5d_ua", "eq5d_pd", "eq5d_ad"], vas: "eq5d_vas",
  wemwbs: numbered("wemwbs_", 14), pam: numbered("pam13_", 13), p3ceq: [...numbered("p3ceq_", 6), "p3ceq_8", "p3ceq_9", "p3ceq_10"], fft: "fft_1",
  // What stands where no answer is; joinedup finds out by itself, the peers must be told.
  noAnswers: ["N/A", "NA", "n/a", "often", "good", "-1"],
};

export const columnsFrom = (file) => (file ? JSON.parse(readFileSync(file, "utf8")) : simulated);
export const numbersOf = (c) => [...c.eq5d, c.vas, ...c.wemwbs, ...c.pam, ...c.p3ceq, c.fft];
export function headingsOf(file) {
  const first = Buffer.alloc(65536);
  const descriptor = openSync(file, "r");
  const size = readSync(descriptor, first);
  closeSync(descriptor);
  return first.toString("utf8", 0, size).split(/\r?\n/, 1)[0].split(",");
}
export const measures = ["eq5d", "vas", "wemwbs", "pam", "p3ceq", "fft"];
