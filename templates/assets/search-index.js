/* The index: what is loaded when, and which reports answer a query how well. */
"use strict";

(() => {
  const GRADES = 8;
  const MOST_FILES = 6; // of a dictionary, for a word that is not finished
  const MOST_TERMS = 40;
  const MOST_LONG = 4;
  const ROOT = new URL("../search/", document.currentScript.src);

  const files = new Map();
  const arriving = new Map();
  arsip.arrived = (path, value) => arriving.get(path)?.(value);

  /** A file of the index, loaded once; a script is all that a page from a disk may load. */
  const load = (path) => {
    if (!files.has(path)) {
      files.set(path, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = new URL(`${path}.js`, ROOT).href;
        script.onload = () => { reject(new Error(`${path} is empty`)); script.remove(); };
        script.onerror = () => { files.delete(path); reject(new Error(`${path} is missing`)); script.remove(); };
        arriving.set(path, resolve);
        document.head.append(script);
      }));
    }
    return files.get(path);
  };
  arsip.load = load;

  const once = (make) => {
    let made;
    return () => (made ??= make());
  };
  const memo = (make) => {
    const made = new Map();
    return (key) => {
      if (!made.has(key)) made.set(key, make(key));
      return made.get(key);
    };
  };

  const head = () => load("index");
  const prefixes = once(async () => new Set((await load("prefixes")).split(" ")));
  const aliases = once(async () => new Map((await load("aliases")).map(([phrase, ...rest]) => [phrase, rest])));

  /** As a file name (name() in site_builder/exports/search.py). */
  const name = (word) =>
    `_${[...word].map((c) => (/[a-z0-9]/u.test(c) ? c : `-${c.codePointAt(0).toString(16)}-`)).join("")}`;

  const shardOf = async (word) => {
    const known = await prefixes();
    for (let end = word.length; end >= 0; end -= 1) if (known.has(word.slice(0, end))) return word.slice(0, end);
    return null;
  };

  /** The words of one file of the dictionary: terms with [posting, kin], and [form, term] of other forms. */
  const shard = memo(async (prefix) => {
    const terms = new Map();
    const forms = [];
    for (const line of (await load(`terms/${name(prefix)}`)).split("\n")) {
      const [term, posting, kin] = line.split("\t");
      if (posting) terms.set(term, [posting, kin ? kin.split(" ") : []]);
      else if (term) forms.push(term.split(">"));
    }
    return { terms, forms };
  });

  const entry = async (term) => {
    const prefix = await shardOf(term);
    return prefix === null ? undefined : (await shard(prefix)).terms.get(term);
  };

  /** Where a term stands: {slots, grades}, or null. */
  const posting = memo(async (term) => {
    const found = await entry(term);
    if (!found) return null;
    const numbers = arsip.numbers(found[0][0] === "*" ? await load(`term/${name(term)}`) : found[0]);
    const slots = new Int32Array(numbers.length);
    const grades = new Uint8Array(numbers.length);
    let slot = -1;
    numbers.forEach((number, at) => {
      slot += 1 + Math.floor(number / GRADES);
      slots[at] = slot;
      grades[at] = number % GRADES;
    });
    return { slots, grades };
  });

  const shortPlaces = memo(async (prefix) =>
    new Map((await load(`places/${name(prefix)}`)).split("\n").map((line) => line.split("\t"))));

  /** At which words of its reports a term stands: slot -> places. */
  const places = memo(async (term) => {
    const [found, where] = await Promise.all([entry(term), posting(term)]);
    if (!where) return new Map();
    const text = found[0][0] === "*"
      ? await load(`term-places/${name(term)}`)
      : (await shortPlaces(await shardOf(term))).get(term);
    const numbers = arsip.numbers(text);
    const made = new Map();
    let at = 0;
    for (const slot of where.slots) {
      let place = -1;
      const end = at + 1 + numbers[at];
      const several = new Set();
      for (at += 1; at < end; at += 1) several.add((place += numbers[at] + 1));
      made.set(slot, several);
    }
    return made;
  });

  /** The terms of the words that begin so. */
  const beginnings = async (word) => {
    const known = await prefixes();
    const own = await shardOf(word);
    const below = [...known].filter((prefix) => prefix.startsWith(word) && prefix !== own);
    if (below.length > MOST_FILES) return [];
    const found = new Map();
    for (const { terms, forms } of await Promise.all([...(own === null ? [] : [own]), ...below].map(shard))) {
      for (const [term, [text, kin]] of terms) {
        if (!term.startsWith(word)) continue;
        found.set(term, text[0] === "*");
        for (const other of kin) found.set(other, found.get(other) ?? true);
      }
      for (const [form, term] of forms) if (form.startsWith(word)) found.set(term, found.get(term) ?? true);
    }
    let long = 0;
    return [...found].filter(([, isLong]) => !isLong || (long += 1) <= MOST_LONG).map(([term]) => term).slice(0, MOST_TERMS);
  };

  const QUOTED = /["“”]([^"“”]*)["“”]?|[^"“”]+/gu;

  /** A query as groups of words: {words, terms, phrase, alias, label}; only the last word may be unfinished. */
  const parse = async (text, typing) => {
    if (!arsip.words(text).length) return [];
    const names = await aliases();
    const groups = [];
    for (const part of text.matchAll(QUOTED)) {
      const words = arsip.words(part[0]).map((found) => arsip.plain(found[0])).filter(Boolean);
      const terms = words.map(arsip.stem);
      if (part[1] !== undefined) {
        if (words.length) groups.push({ words, terms, phrase: true });
        continue;
      }
      for (let at = 0; at < words.length;) {
        let end = Math.min(words.length, at + 5);
        while (end > at && !names.has(terms.slice(at, end).join(" "))) end -= 1;
        const [alias, label] = end > at ? names.get(terms.slice(at, end).join(" ")) : [];
        if (end === at) end += 1;
        groups.push({ words: words.slice(at, end), terms: terms.slice(at, end), alias, label });
        at = end;
      }
    }
    const last = groups.at(-1);
    const open = /\*\s*$/u.test(text) || (typing && /[\p{L}\p{N}]$/u.test(text));
    if (last && !last.phrase && open) last.unfinished = last.words.at(-1);
    return groups;
  };

  const add = (scores, found, { articles, weight }) => {
    if (!found) return;
    const rare = Math.log(1 + (articles - found.slots.length + 0.5) / (found.slots.length + 0.5));
    for (let at = 0; at < found.slots.length; at += 1) {
      const score = (weight * rare * (found.grades[at] + 1)) / GRADES;
      if (score > scores[found.slots[at]]) scores[found.slots[at]] = score;
    }
  };

  const SMALLEST_SCORE = 1e-6; // a word that every report has still is a hit

  /** How well each report answers one word; 0 where it has neither the word nor a relative. */
  const scoresOf = async (group, at, settings, marks) => {
    const { articles, slots, kin, beginning } = settings;
    const scores = new Float32Array(slots);
    const term = group.terms[at];
    marks.terms.add(term);
    add(scores, await posting(term), { articles, weight: 1 });
    if (group.phrase) return scores;
    const relatives = (await entry(term))?.[1] ?? [];
    for (const relative of relatives) {
      marks.terms.add(relative);
      add(scores, await posting(relative), { articles, weight: kin });
    }
    if (group.unfinished && at === group.terms.length - 1) {
      marks.beginning = group.unfinished;
      const longer = await beginnings(group.unfinished);
      for (const found of await Promise.all(longer.map(posting))) add(scores, found, { articles, weight: beginning });
    }
    return scores;
  };

  /** Takes out the reports in which the words do not stand side by side. */
  const sideBySide = async (group, scores) => {
    const where = await Promise.all(group.terms.map(places));
    scores.forEach((score, slot) => {
      if (score && ![...(where[0].get(slot) ?? [])].some((place) =>
        where.every((several, step) => several.get(slot)?.has(place + step)))) scores[slot] = 0;
    });
  };

  const scoresOfGroup = async (group, settings, marks) => {
    const words = await Promise.all(group.terms.map((_, at) => scoresOf(group, at, settings, marks)));
    const scores = new Float32Array(settings.slots);
    for (let slot = 0; slot < scores.length; slot += 1) {
      let sum = 0;
      for (const word of words) {
        if (!word[slot]) { sum = 0; break; }
        sum += word[slot] + SMALLEST_SCORE;
      }
      scores[slot] = sum;
    }
    if (group.phrase && group.terms.length > 1) await sideBySide(group, scores);
    if (group.alias) {
      const found = await posting(group.alias);
      if (found) {
        const other = new Float32Array(settings.slots);
        add(other, found, { articles: settings.articles, weight: settings.alias });
        for (const slot of found.slots) scores[slot] += other[slot] + SMALLEST_SCORE;
        marks.also.add(group.label);
      }
    }
    return { scores, words };
  };

  /**
   * The reports that answer a query: {slots, scores, whole, also, terms, beginning}. `whole` is false if no report has
   * all words, and these have some; `also` are other names that were searched.
   */
  arsip.search = async (text, typing) => {
    const settings = await head();
    const groups = await parse(text, typing);
    const marks = { terms: new Set(), also: new Set(), beginning: "" };
    const answers = await Promise.all(groups.map((group) => scoresOfGroup(group, settings, marks)));
    const total = new Float32Array(settings.slots);
    const hits = new Uint8Array(settings.slots);
    for (const { scores } of answers) {
      scores.forEach((score, slot) => { if (score) { total[slot] += score; hits[slot] += 1; } });
    }
    const whole = hits.some((count) => count === groups.length);
    if (!whole) {
      const lone = groups.flatMap((group, at) => (group.phrase ? [] : answers[at].words));
      for (const scores of lone) scores.forEach((score, slot) => { if (score) total[slot] += 1 + score; });
    }
    const slots = [];
    total.forEach((score, slot) => { if (score && (!whole || hits[slot] === groups.length)) slots.push(slot); });
    slots.sort((one, other) => total[other] - total[one] || one - other);
    return { slots, whole: whole || !slots.length, asked: groups.length > 0, ...marks };
  };

  const CARDS = 3;
  const TEXTS = 2;

  const bucket = memo(async (path) => new Map((await load(path)).map((row) => [row[0], row])));

  /** What a list shows of a report. */
  arsip.card = async (slot) => {
    const [, slug, title, when, date, outlet, place, kind, marks] =
      (await bucket(`cards/${slot >> CARDS}`)).get(slot);
    return { slug, title, when, date, outlet, place, kind,
      ofEvent: Boolean(marks & 1), incomplete: Boolean(marks & 2), repost: Boolean(marks & 4) };
  };

  /** The text that may be quoted of a report. */
  arsip.text = async (slot) => (await bucket(`text/${slot >> TEXTS}`)).get(slot)[1];

  /** All reports: {slots, days, rows}; a day is a number, the undated have NaN; `rows` leads back from slot to row. */
  arsip.days = once(async () => {
    const [{ slots: size }, text] = await Promise.all([head(), load("column/day")]);
    const numbers = arsip.numbers(text);
    const slots = new Int32Array(numbers.length / 2);
    const days = new Float64Array(slots.length);
    const rows = new Int32Array(size).fill(-1);
    let slot = -1;
    for (let row = 0; row < slots.length; row += 1) {
      const day = numbers[2 * row + 1];
      slot += 1 + numbers[2 * row];
      slots[row] = slot;
      rows[slot] = row;
      days[row] = day === 0 ? NaN : day % 2 ? (day - 1) / 2 : -day / 2;
    }
    return { slots, days, rows };
  });

  /** A facet: {values: [[key, label, above]], starts, data}; row r has data[starts[r]] … data[starts[r + 1] - 1]. */
  arsip.column = memo(async (facet) => {
    const [{ slots }, [values, text]] = await Promise.all([arsip.days(), load(`column/${facet}`)]);
    const numbers = arsip.numbers(text);
    const starts = new Int32Array(slots.length + 1);
    const data = new Int32Array(numbers.length - slots.length);
    for (let row = 0, at = 0, end = 0; row < slots.length; row += 1) {
      const count = numbers[at++];
      data.set(numbers.subarray(at, at + count), end);
      at += count;
      starts[row + 1] = end += count;
    }
    return { values, starts, data };
  });
})();
