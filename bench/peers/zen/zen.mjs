// The rules of W2's service as a decision table of GoRules ZEN, evaluated on the same cases.
// Usage: node zen.mjs CASES SECONDS; prints one line of JSON.
import { readFileSync } from "node:fs";
import { ZenEngine } from "@gorules/zen-engine";

const [file, seconds] = [process.argv[2], Number(process.argv[3])];
const [header, ...lines] = readFileSync(file, "utf8").trim().split("\n");
const columns = header.split(",");
const cases = lines.map((line) => {
  const cells = line.split(",");
  return Object.fromEntries(columns.map((name, i) => [name, name === "band" || name === "outcome" ? cells[i] : name === "listed" ? cells[i] === "true" : Number(cells[i])]));
});

const inputs = ["listed", "score", "loanArrears", "inquiries", "band"].map((field, i) => ({ id: `i${i}`, name: field, field, type: "expression" }));
const outputs = ["outcome", "price", "reason"].map((field, i) => ({ id: `o${i}`, name: field, field, type: "expression" }));
const row = (cells, outcome, price, reason) => ({
  _id: `r${Math.random()}`, i0: "", i1: "", i2: "", i3: "", i4: "", ...cells,
  o0: `"${outcome}"`, o1: String(price), o2: `"${reason}"`,
});
const rules = [
  row({ i0: "true" }, "refused", 0, "L1"),
  row({ i1: "< 480" }, "refused", 0, ""),
  row({ i2: "< -60" }, "refused", 0, ""),
  row({ i3: "< -20", i1: "< 560" }, "review", 0, ""),
  row({ i1: "< 540" }, "review", 0, ""),
  row({ i4: '"poor", "fair"' }, "granted", 11.9, ""),
  row({ i4: '"good"' }, "granted", 8.9, ""),
  row({ i4: '"very-good"' }, "granted", 6.9, ""),
  row({}, "granted", 4.9, ""),
];
const content = {
  nodes: [
    { id: "in", type: "inputNode", name: "Request", position: { x: 0, y: 0 } },
    { id: "t", type: "decisionTableNode", name: "Loan", position: { x: 1, y: 0 }, content: { hitPolicy: "first", inputs, outputs, rules } },
    { id: "out", type: "outputNode", name: "Response", position: { x: 2, y: 0 } },
  ],
  edges: [
    { id: "e1", type: "edge", sourceId: "in", targetId: "t" },
    { id: "e2", type: "edge", sourceId: "t", targetId: "out" },
  ],
};

const engine = new ZenEngine();
const decision = engine.createDecision(Buffer.from(JSON.stringify(content)));
// The native engine evaluates on its own threads; a batch keeps it busy without waiting for each.
const batch = async () => Promise.all(cases.map((each) => decision.evaluate(each)));
let different = 0;
(await batch()).forEach(({ result }, i) => {
  if (result.outcome !== cases[i].outcome || Math.abs(result.price - cases[i].price) > 1e-9) different++;
});
const until = (ms) => performance.now() + ms;
for (const end = until(1000 * seconds); performance.now() < end; ) await batch();
let decisions = 0;
const begin = performance.now();
const cpu = process.cpuUsage();
for (const end = until(1000 * seconds); performance.now() < end; ) { await batch(); decisions += cases.length; }
const elapsed = performance.now() - begin;
const used = process.cpuUsage(cpu);
console.log(JSON.stringify({ nanos: (elapsed * 1e6) / decisions, cpuNanos: ((used.user + used.system) * 1e3) / decisions, different }));
