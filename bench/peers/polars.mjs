// polars: the six measures of every record (a), or their n, mean and SD by area (b). Threads by POLARS_MAX_THREADS.
//   node polars.mjs a|b SURVEY VALUES OUT THREADS [COLUMNS.json]
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import { columnsFrom, headingsOf, measures, numbersOf } from "./columns.mjs";

const pl = createRequire(`${process.env.PEERS ?? process.cwd()}/`)("nodejs-polars");
const [job, survey, values, out, , columnFile] = process.argv.slice(2);
const c = columnsFrom(columnFile);

const numbers = new Set(numbersOf(c));
const schema = Object.fromEntries(headingsOf(survey).map((name) => [name, numbers.has(name) ? pl.Int16 : pl.Utf8]));
const sum = (parts) => parts.reduce((a, b) => a.plus(b));
const otherwiseNull = (condition, value) => pl.when(condition).then(value).otherwise(pl.lit(null));
const state = sum(c.eq5d.map((n, i) => pl.col(n).cast(pl.Int64).mul(10 ** (4 - i)))).cast(pl.Int64).as("state");

const states = pl.readCSV(values, { schema: { state: pl.Int64, value: pl.Float64 } }).lazy();
const scores = pl.scanCSV(survey, { schema, nullValues: c.noAnswers })
  .select(c.id, c.area, c.vas, state,
    sum(c.wemwbs.map((n) => pl.col(n).fillNull(0))).as("w"),
    sum(c.wemwbs.map((n) => pl.col(n).isNotNull().cast(pl.Int16))).as("w_n"),
    sum(c.pam.map((n) => pl.col(n))).as("pam"), sum(c.p3ceq.map((n) => pl.col(n))).as("p3ceq"),
    otherwiseNull(pl.col(c.fft).isNotNull(), pl.col(c.fft).ltEq(2).cast(pl.Int16)).as("fft"))
  .join(states, { on: "state", how: "left" })
  .select(pl.col(c.id).as("id"), pl.col(c.area).as("area"), pl.col("value").as("eq5d"), pl.col(c.vas).as("vas"),
    otherwiseNull(pl.col("w_n").gtEq(11), pl.col("w").cast(pl.Float64).mul(14).div(pl.col("w_n"))).as("wemwbs"),
    "pam", "p3ceq", "fft");

if (job === "a") {
  const sink = scores.select("id", ...measures).sinkCSV(out, {});
  if (sink?.collectSync) sink.collectSync();
} else {
  const figures = measures.flatMap((m) => [pl.col(m).count().cast(pl.Int64).as(`${m} n`), pl.col(m).mean().as(`${m} mean`),
    pl.col(m).std().as(`${m} sd`)]);
  const rows = scores.groupBy("area").agg(...figures).sort("area").collectSync().toRecords();
  const lines = rows.flatMap((row) => measures.map((m) => [row.area, m, row[`${m} n`], row[`${m} mean`], row[`${m} sd`]].join(",")));
  writeFileSync(out, ["area,measure,n,mean,sd", ...lines, ""].join("\n"));
}
