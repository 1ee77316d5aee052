// Reads {"template", "data", "fonts": [paths]} from standard input, writes a PDF to standard output.
// Nothing is fetched; the only fonts are those named. A fault of the paper ends with 3 and its text on standard error.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const { template, data, fonts } = JSON.parse(readFileSync(0, 'utf8'));
const compiler = NodeCompiler.create({ workspace: process.argv[2], fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }] });
const compiled = compiler.compile({ mainFileContent: template, inputs: { data } });
if (!compiled.result) {
  const error = compiled.takeDiagnostics();
  process.stderr.write(JSON.stringify(compiler.fetchDiagnostics(error)) + '\n');
  process.exit(3);
}
try {
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', pdfTags: true });
  process.stdout.write(pdf);
} catch (error) {
  process.stderr.write(String(error && error.message ? error.message : error) + '\n');
  process.exit(3);
}
