// The search page: the server's answers where there is a server, else those of the scripts beside.
(() => {
  const own = document.currentScript, d = document;
  const form = d.getElementById("Hjelp-search"), field = form.elements.q;
  const box = d.getElementById("Hjelp-answers");
  const { files, shards, block } = own.dataset;
  const locale = d.documentElement.lang;

  // The tables come as scripts: fetch does not read files from a disk. SearchTables.swift says what
  // their bits are.
  const waiting = new Map(), words = [], names = [];
  let passages = [];
  const load = name => {
    if (!waiting.has(name)) waiting.set(name, new Promise((resolve, reject) => {
      const script = Object.assign(d.createElement("script"), { src: `${files}/${name}.js` });
      script.onload = resolve;
      script.onerror = reject;
      d.head.append(script);
    }));
    return waiting.get(name);
  };
  const read = text => {
    const bytes = atob(text);
    let place = 0;
    const bit = () => bytes.charCodeAt(place >> 3) >> (7 - (place++ & 7)) & 1;
    const number = count => {
      let value = 0;
      while (count--) value = value << 1 | bit();
      return value;
    };
    const gamma = () => {
      let length = 0;
      while (!bit()) length++;
      return 1 << length | number(length);
    };
    const rice = parameter => {
      let high = 0;
      while (bit()) high++;
      return high << parameter | number(parameter);
    };
    return { bit, number, gamma, rice };
  };
  const parameter = (count, all) =>
    31 - Math.clz32(Math.max(1, Math.floor(all * 11 / (16 * Math.max(1, count)))));
  const totals = [3, 5, 8, 11, 14, 18, 22, 27, 33, 40, 48, 58, 70, 86, 108, 140];
  window.hjelpSearch = {
    p(text) {
      const { bit, number, gamma } = read(text);
      let article = 0;
      passages = Array.from({ length: gamma() - 1 }, () => {
        article += gamma() - 1;
        const kind = bit() ? bit() ? bit() ? 0 : 2 : 1 : 3;
        const total = totals[number(4)];
        return { article, kind, total, kept: bit() ? totals[number(4)] : total };
      });
    },
    w(text, shard) {
      const { number, gamma, rice } = read(text), found = new Map(), size = gamma() - 1;
      let hash = 0;
      for (let i = 0; i < size; i++) {
        hash += rice(parameter(size, 1 << 15));
        const bits = number(4) || 0.5, count = gamma() - 1;
        let last = -1;
        const list = Array.from(
          { length: count }, () => last += 1 + rice(parameter(count, passages.length)));
        found.set(hash, { bits, list });
      }
      words[shard] = found;
    },
    n(text, number) {
      const lines = text.split("\n"), half = lines.length / 2;
      names[number] = lines.slice(0, half).map((id, i) => [id, ...lines[half + i].split("\t")]);
    },
  };

  // The words of a question, as the builder makes them of passages; holes are left out.
  const unspaced = "\u0e01-\u0e4e\u0e80-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17d3\u3005-\u3007"
    + "\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    + "\uac00-\ud7a3\uf900-\ufaff\u{20000}-\u{3ffff}";
  const before = "(?<![\\p{L}\\p{N}_])", after = "(?![\\p{L}\\p{N}_])";
  const hex = "[0-9a-f]", end = `[^\\s"'<>()\\[\\]{}|,;${unspaced}]`;
  const holes = new RegExp([
    "\\{[^{}\\n]{1,40}\\}", "<(?! )[^<>\\n]{1,40}>", "%[\\d.$+-]*l*[a-z@](?!\\p{L})", "%\\w{1,38}%",
    `${before}(?:[a-z]{2,}://|www\\.)${end}+`, `\\\\\\\\${end}+`, `${before}[a-z]:\\\\${end}*`, `(?<![^\\s"'(])[/~]${end}*/${end}*`,
    `${before}[\\p{L}\\d._%+-]+@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+`,
    `${before}\\{?${hex}{7,9}(?:-${hex}{3,5}){3}-${hex}{4,}`,
    `${before}\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?: ?[ap]m)?${after}`,
    `${before}(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})(?:t\\d[\\d:.]*z?)?${after}`,
    `${before}\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?${after}`,
  ].join("|"), "giu");
  const codes = new RegExp(before + "(?:" + [
    `(?<hex>0x${hex}{3,16})`, `(?<bare>[8c]${hex}{7})`, "(?<decimal>-?\\d{10})",
    "(?<mail>(?<!\\d\\.)[245]\\.\\d{1,3}\\.\\d{1,3}(?!\\.\\d))", "(?<pair>\\d{5}-\\d{1,4}(?!-\\d))",
    "(?<name>[a-z][a-z\\d]*_[a-z\\d_]*[a-z\\d])", "(?<prefixed>[a-z]{2,8}\\d{3,9})",
  ].join("|") + ")" + after, "giu");
  const canonical = ({ hex, bare, decimal, mail, pair, name, prefixed }) => {
    const form = digits => "0x" + (digits.toLowerCase().replace(/^0+/, "") || "0");
    if (hex) return form(hex.slice(2));
    if (bare && bare.replace(/\D/g, "").length > (/^\d{8}$/.test(bare) && bare[1] !== "0" ? 8 : 3))
      return form(bare);
    if (decimal) {
      const value = decimal < 0 ? 2 ** 32 + +decimal : +decimal;
      if (value >= 2 ** 31 && value < 2 ** 32) return form(value.toString(16));
    }
    if (mail || pair) return mail || pair;
    if (name && name.length > 4 && name === name.toUpperCase()) return name.toLowerCase();
    if (prefixed && (/^[A-Z]+\d+$/.test(prefixed) || /^(aadsts|adsts|aadds|kb)\d/i.test(prefixed)))
      return prefixed.toLowerCase();
  };
  const fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
    .toLowerCase().replace(/[ß]/g, "ss").replace(/ı/g, "i").replace(/ς/g, "σ");
  const pieces = new RegExp(
    `(?<number>\\d+(?:[.,]\\d+)*)(?![\\p{L}\\d])|(?<run>[${unspaced}]+)|(?<word>(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}]`
    + `|_(?=[\\p{L}\\p{N}])|'(?=\\p{L}{1,2}(?![\\p{L}\\d])))+)`, "gu");
  const isHiragana = sign => sign >= "\u3041" && sign <= "\u309f";
  const tokens = text => {
    const found = [];
    let plain = text.normalize("NFKC").slice(0, 1200).replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, "")
      .replace(/[\u2018-\u201b\u2032\u00b4\u02bc`]/g, "'").replace(holes, match =>
        /^<[^_]*\d[^_]*>$/.test(match) && match.slice(1, -1).replace(codes, "") === "" ? match : " ");
    const add = part => {
      for (const { groups: { number, run, word } } of fold(part).matchAll(pieces)) {
        if (number) found.push("n" + number);
        else if (word) found.push("w" + word.replace(/'/g, ""));
        else for (const piece of run.match(/[\u30a0-\u30ff]+|[^\u30a0-\u30ff]+/g)) {
          const signs = [...piece];
          if (/^[\u30a0-\u30ff]/.test(piece)) found.push((signs.length > 1 ? "k" : "j") + piece);
          else if (signs.length === 1) isHiragana(piece) || found.push("j" + piece);
          else for (let i = 0; i + 1 < signs.length; i++)
            if (!isHiragana(signs[i]) || !isHiragana(signs[i + 1])) found.push("j" + signs[i] + signs[i + 1]);
        }
      }
    };
    let last = 0;
    for (const match of plain.matchAll(codes)) {
      const code = canonical(match.groups);
      if (!code) continue;
      add(plain.slice(last, match.index));
      found.push("c" + code);
      last = match.index + match[0].length;
    }
    add(plain.slice(last));
    return found.slice(0, 160);
  };
  const placeOf = word => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(word)) hash = Math.imul(hash ^ byte, 0x1000193) >>> 0;
    hash = (hash ^ hash >>> 15) >>> 0;
    return [hash % shards, Math.floor(hash / shards) & 0x7fff];
  };

  // What speaks for a passage; the weights were learned by Tests/Scripts/search-train.py from what the
  // lookup answers.
  const weights = [-4.29, 2.38, -1.87, 10.6, 3.17, -4.93, -2.89, -1.66, 0.712, 0, -0.736, 0.338, 0.62, -3.31, -6.35, -16.1, 1.13, -1.42, 4.46, 8.5, 0.464, 0.374, 0.389, -0.684, 0.0122, 0.682, -0.81, -0.763, -0.139, -1.53, 0.576, 3.75, 1.46, 0.295, -0.115, 1.54, 8.21, -3.91, 2.1, 0.587, 1.39, -0.507, 1.54, 4.54, 0.25, -0.298, 0.27, -0.934, 0.512, -0.341, -0.193];
  const features = (p, found, sums, query) => {
    const { matched: m, first, last, count, adjacent, code } = found;
    const { kind, kept, total } = passages[p];
    const window = sums[last + 1] - sums[first], pc = Math.min(1, m / kept);
    // Of words that are not kept as much is taken for there as of those that are.
    const e = Math.max(m, pc * total);
    const qc = Math.min(1, e / query.total), wc = Math.min(1, m / window);
    const mp = total - pc * total, mw = Math.max(0, window - e), mq = Math.max(0, query.total - e);
    const cap = (x, most) => Math.min(x, most) / most;
    return [
      1, qc, wc, pc, cap(m, 60), Math.max(0, 24 - m) / 24, pc * wc * cap(m, 30), pc * qc * cap(m, 30),
      +(pc > 0.9 && qc > 0.99), +(kind === 0), +(kind === 1), +(kind === 2), +(kind === 3), +query.unknownCode,
      qc * qc, pc * pc, cap(m, 12), cap(m, 20), cap(m, 40), pc ** 4, qc ** 4, wc ** 4,
      cap(mp, 4), cap(mp, 10), cap(mp, 20), cap(mw, 4), cap(mw, 10), cap(mw, 24), cap(mq, 6), cap(mq, 16), cap(mq, 40),
      cap(code, 12), +(code > 0 && m - code < 4), query.unknown / 4, pc * cap(m, 20), pc * wc, pc * qc,
      cap(count, 8), +(count === 1), +(count === 2), (kind === 1) * pc * qc * cap(m, 20),
      (kind === 3) * pc * wc * cap(m, 20), (kind === 2) * pc * qc * cap(m, 20), (1 - pc) * qc * cap(m, 20),
      adjacent / Math.max(m, 1), cap(adjacent, 40), +(kept < total), (kept < total) * pc ** 4 * qc, cap(e, 60),
      Math.abs(query.total - total) / Math.max(query.total, total), Math.min(1, e / window) * pc,
    ];
  };
  const candidates = wanted => {
    const known = wanted.map(word => {
      const [shard, hash] = placeOf(word);
      return words[shard]?.get(hash);
    });
    const bits = known.map((entry, i) =>
      entry?.bits ?? { c: 2, n: 1, j: 6 }[wanted[i][0]] ?? 11);
    const sums = [0];
    for (const b of bits) sums.push(sums.at(-1) + b);
    const query = {
      total: sums.at(-1),
      unknown: Math.min(4, known.filter((entry, i) => !entry?.list.length && bits[i] >= 6).length),
      unknownCode: wanted.some((word, i) => word[0] === "c" && !known[i]),
    };
    const found = new Map(), seen = new Set();
    known.forEach((entry, i) => {
      if (!entry) return;
      const isNew = !seen.has(wanted[i]);
      seen.add(wanted[i]);
      for (const p of entry.list) {
        let of = found.get(p);
        if (!of) found.set(p, of = { matched: 0, first: i, last: -9, count: 0, adjacent: 0, code: 0 });
        if (isNew) {
          of.matched += bits[i];
          of.count++;
          if (of.last === i - 1) of.adjacent += bits[i];
          if (wanted[i][0] === "c") of.code += bits[i];
        }
        of.last = i;
      }
    });
    return [...found].sort((a, b) =>
      b[1].matched ** 2 / passages[b[0]].kept - a[1].matched ** 2 / passages[a[0]].kept)
      .slice(0, 60).map(([p, of]) => ({ article: passages[p].article, values: features(p, of, sums, query) }));
  };
  hjelpSearch.candidates = async text => {
    const wanted = tokens(text);
    await load("p");
    await Promise.all(wanted.map(word => load("w" + placeOf(word)[0])));
    const found = candidates(wanted);
    await Promise.all(found.map(({ article }) => load("n" + Math.floor(article / block))));
    return { wanted, found: found.map(({ article, values }) =>
      ({ id: names[Math.floor(article / block)][article % block][0], values })) };
  };

  const answer = async (wanted, most) => {
    const scores = new Map();
    for (const { article, values } of candidates(wanted)) {
      const score = values.reduce((sum, value, i) => sum + value * weights[i], 0);
      if (score > (scores.get(article) ?? -9)) scores.set(article, score);
    }
    const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).filter(([, score]) => score > -4).slice(0, most);
    await Promise.all(best.map(([article]) => load("n" + Math.floor(article / block))));
    const answers = best.map(([article, score]) => {
      const [id, title, language] = names[Math.floor(article / block)][article % block];
      return { isSure: score >= 0, title, locale: language || locale, href: id + ".html" };
    });
    return { status: answers[0]?.isSure ? "match" : answers.length ? "candidates" : "none", answers };
  };
  // What tells most is looked for first, and the best answer is shown; then all is done in full.
  const local = async (text, show) => {
    const wanted = tokens(text);
    const worth = word => word[0] === "c" ? 99 : word[0] === "j" ? 3 : word.length;
    const first = [...new Set(wanted)].sort((a, b) => worth(b) - worth(a)).slice(0, 6);
    await load("p");
    await Promise.all(first.map(word => load("w" + placeOf(word)[0])));
    show(await answer(wanted.filter(word => words[placeOf(word)[0]]), 1));
    await Promise.all(wanted.map(word => load("w" + placeOf(word)[0])));
    return answer(wanted, 5);
  };

  const remote = async text => {
    if (!/^http/.test(location.protocol)) throw 0;
    // Addresses are below the one that is published, or the server's root; the answer is here.
    const home = new URL("../", location);
    const base = new URL("../", d.querySelector("link[rel=canonical]")?.href || location).href;
    const query = new URLSearchParams({ q: text.slice(0, 680), locale });
    const reply = await fetch(new URL("v1/lookup?" + query, home));
    if (!reply.ok) throw 0;
    const { status, answers } = await reply.json();
    const isAnswer = status === "match" || status === "ambiguous";
    return { status, answers: answers.filter(a => a.confidence >= 0.2).map(a => {
      const href = new URL(new URL(a.url, base).href.replace(base, ""), home);
      href.hash = a.matched.anchor || "";
      return { ...a, isSure: isAnswer && a.confidence >= 0.8, href: href.href, text: a.matched.text, language: a.matched.language };
    }) };
  };

  const make = (name, of, ...inside) => {
    const e = Object.assign(d.createElement(name), of);
    e.append(...inside);
    return e;
  };
  const item = ({ href, title, locale, text, language }) => make("div", { className: "hit" },
    make("a", { href, lang: locale, dir: "auto" }, title),
    ...text && text !== title ? [make("p", { lang: language, dir: "auto" }, text)] : []);
  const show = ({ status, answers }, isLast) => {
    const said = { lang: box.dataset.words };
    const sure = answers.filter(answer => answer.isSure);
    const near = answers.filter(answer => !answer.isSure).slice(0, 5);
    box.dataset.status = status;
    box.setAttribute("aria-busy", !isLast);
    box.replaceChildren(
      ...sure.map(item),
      ...sure.length ? [] : [make("p", said, box.dataset.none)],
      ...near.length ? [make("h2", said, box.dataset.near), ...near.map(item)] : []);
  };
  let turn = 0;
  const ask = async text => {
    const own = ++turn;
    if (!text) return box.replaceChildren();
    const answers = await remote(text).catch(() => local(text, early => own === turn && show(early, false)));
    if (own === turn) show(answers, true);
  };

  form.addEventListener("submit", e => {
    e.preventDefault();
    const text = field.value.trim();
    history.replaceState(null, "", text ? "?" + new URLSearchParams({ q: text }) : location.pathname);
    ask(text);
  });
  const asked = new URLSearchParams(location.search).get("q")?.trim();
  if (asked) {
    field.value = asked;
    ask(asked);
  } else {
    field.focus();
  }
})();
