// DuckDB: the six measures of every record (a), or their n, mean and SD by area (b).
//   node duckdb.mjs a|b SURVEY VALUES OUT THREADS [COLUMNS.json]
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { columnsFrom, measures, numbersOf } from "./columns.mjs";

const { DuckDBInstance } = createRequire(`${process.env.PEERS ?? process.cwd()}/`)("@duckdb/node-api");
const [job, survey, values, out, threads, columnFile] = process.argv.slice(2);
const c = columnsFrom(columnFile);

const types = [`'${c.id}': 'VARCHAR'`, `'${c.area}': 'VARCHAR'`, ...numbersOf(c).map((n) => `'${n}': 'UTINYINT'`)];
const total = (names) => names.map((n) => `coalesce(${n}, 0)::INTEGER`).join(" + ");
const answered = (names) => names.map((n) => `(${n} IS NOT NULL)::INTEGER`).join(" + ");
const whole = (names) => names.map((n) => `${n}::INTEGER`).join(" + "); // NULL where one is
const digits = c.eq5d.map((n, i) => `${n}::INTEGER * ${10 ** (4 - i)}`).join(" + ");
const scores = `
  WITH read AS (SELECT ${[c.id, c.area, ...numbersOf(c)].join(", ")}
                FROM read_csv('${survey}', header = true, nullstr = ['', ${c.noAnswers.map((n) => `'${n}'`).join(", ")}], types = {${types.join(", ")}})),
       summed AS (SELECT ${c.id} AS id, ${c.area} AS area, ${digits} AS state, ${c.vas}::INTEGER AS vas,
                         ${total(c.wemwbs)} AS w, ${answered(c.wemwbs)} AS w_n, ${whole(c.pam)} AS pam,
                         ${whole(c.p3ceq)} AS p3ceq, (${c.fft} <= 2)::INTEGER AS fft FROM read)
  SELECT id, area, value AS eq5d, vas, CASE WHEN w_n >= 11 THEN w * 14.0::DOUBLE / w_n END AS wemwbs, pam, p3ceq, fft
  FROM summed LEFT JOIN states USING (state)`;

const connection = await (await DuckDBInstance.create(":memory:", { threads })).connect();
await connection.run(`CREATE TABLE states AS SELECT * FROM read_csv('${values}', types = {'state': 'INTEGER', 'value': 'DOUBLE'})`);
if (job === "a") {
  await connection.run(`COPY (SELECT id, ${measures.join(", ")} FROM (${scores})) TO '${out}' (HEADER)`);
} else {
  const figures = measures.map((m) => `count(${m}), avg(${m}), stddev_samp(${m})`).join(", ");
  const rows = await connection.runAndReadAll(`SELECT area, ${figures} FROM (${scores}) GROUP BY area ORDER BY area`);
  const lines = rows.getRows().flatMap(([area, ...f]) => measures.map((m, k) => [area, m, ...f.slice(3 * k, 3 * k + 3)].join(",")));
  writeFileSync(out, ["area,measure,n,mean,sd", ...lines, ""].join("\n"));
}
