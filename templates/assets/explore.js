/* The explore page: what the reader asks for stands in the address; from it follow the results, the facets, the export. */
"use strict";

(() => {
  const $ = (id) => document.getElementById(id);
  const form = $("cari");
  const box = $("q");
  const sort = $("urut");
  const status = $("jumlah");
  const list = $("hasil");
  const more = $("lagi");
  const chosen = $("pilihan");
  const facets = [...document.querySelectorAll("[data-facet]")];
  const CHUNK = 20;
  const SHOWN = 12; // values of a facet, before the reader asks for all
  const MOST_SHOWN = 200;
  const PAUSE = 160; // milliseconds without a key before typing is a question
  const AROUND = 34; // words of an excerpt
  const BEFORE = 6; // of them before the first hit
  const EVERY = new Set(["tag", "person", "institution"]); // a report has several, and each choice narrows further
  const LANGUAGE = document.documentElement.lang;
  const REPORTS = LANGUAGE === "id" ? {} : { lang: "id" }; // the reports keep their language in a page that has another
  const NAMED = new Set(["place", "person", "institution", "outlet"]); // facets whose values are names

  /** The words of the interface, which the page brings along in its own language. */
  const words = new Map(
    [...$("kata").content.querySelectorAll("[data-word]")].map((item) => [item.dataset.word, item.textContent]));
  const say = (key, values = {}) =>
    words.get(key).replace(/\{(\w+)\}/gu, (_, name) => values[name]);
  const number = (count) => count.toLocaleString(LANGUAGE);

  const make = (tag, { text, ...properties } = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    if (text !== undefined) element.textContent = text;
    element.append(...children.filter(Boolean));
    return element;
  };

  /* ---- State: in the fragment, for a page from a disk may change nothing else of its address ---- */
  const NAMES = facets.map((facet) => facet.dataset.facet);

  const read = () => {
    const given = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : location.search);
    return {
      q: given.get("q") ?? "",
      sort: given.get("sort") ?? "",
      facets: new Map(NAMES.map((name) => [name, new Set(given.getAll(name))])),
    };
  };

  const address = ({ q, sort: order, facets: filters }) => {
    const parts = new URLSearchParams({ q });
    if (order) parts.set("sort", order);
    for (const [name, keys] of filters) for (const key of keys) parts.append(name, key);
    return `#${parts}`;
  };

  let state = read();
  let typing = false;

  const go = (change, { replace = false } = {}) => {
    state = { ...state, ...change };
    if (address(state) !== location.hash) history[replace ? "replaceState" : "pushState"](null, "", address(state));
    return show();
  };

  /* ---- From the state to the reports ---- */
  let turn = 0; // an answer that comes after the next question is thrown away
  let slots = [];
  let answer = null;
  let shown = 0;

  const bySort = async (found) => {
    const order = state.sort || (answer.asked ? "relevance" : "newest");
    sort.value = order;
    if (order === "relevance" && answer.asked) return found;
    const { rows, days } = await arsip.days();
    const sign = order === "oldest" ? 1 : -1;
    const day = (slot) => days[rows[slot]];
    return [...found].sort((one, other) =>
      Number.isNaN(day(one)) - Number.isNaN(day(other)) || sign * (day(one) - day(other)) || one - other);
  };

  const active = () => [...state.facets].filter(([, keys]) => keys.size);

  const show = async () => {
    const mine = (turn += 1);
    document.body.setAttribute("aria-busy", "true");
    try {
      const found = await arsip.search(state.q, typing);
      const all = found.asked ? found.slots : (await arsip.days()).slots;
      const kept = await arsip.narrow(all, state.facets, EVERY);
      if (mine !== turn) return;
      answer = found;
      slots = await bySort(kept);
      if (mine !== turn) return;
      list.replaceChildren();
      shown = 0;
      tell();
      showChosen();
      await Promise.all([chunk(mine), ...facets.filter((facet) => facet.open).map(showFacet)]);
    } catch (error) {
      if (mine === turn) {
        status.textContent = say("broken");
        console.warn(error.message);
      }
    } finally {
      if (mine === turn) document.body.removeAttribute("aria-busy");
    }
  };

  const tell = () => {
    const parts = [];
    if (!slots.length) parts.push(say("nothing"));
    else parts.push(say(slots.length === 1 ? "one" : "many", { n: number(slots.length) }));
    if (answer.asked && !answer.whole) parts.push(say("some"));
    if (answer.also.size) parts.push(say("also", { names: [...answer.also].join(", ") }));
    status.textContent = parts.join(" ");
    $("csv").disabled = !slots.length;
    document.title = `${state.q ? `${state.q} – ` : ""}${say("title")}`;
  };

  /* ---- Results, a chunk at a time ---- */
  const isHit = (word) => {
    const plain = arsip.plain(word);
    return answer.terms.has(arsip.stem(plain)) || (answer.beginning && plain.startsWith(answer.beginning));
  };

  /** A text with its hits marked; nothing of it is ever read as HTML. */
  const marked = (text) => {
    const pieces = [];
    let end = 0;
    for (const word of answer.terms.size ? arsip.words(text) : []) {
      if (isHit(word[0])) {
        pieces.push(text.slice(end, word.index), make("mark", { text: word[0] }));
        end = word.index + word[0].length;
      }
    }
    return [...pieces, text.slice(end)];
  };

  /** The part of a text that has most of what was asked; empty if it has nothing. */
  const excerpt = (text) => {
    const found = arsip.words(text);
    const hits = found.map((word, at) => [at, arsip.term(word[0])]).filter(([at]) => isHit(found[at][0]));
    if (!hits.length) return "";
    let best = 0;
    let start = hits[0][0];
    for (const [at] of hits) {
      const kinds = new Set(hits.filter(([other]) => other >= at && other < at + AROUND - BEFORE).map(([, term]) => term));
      if (kinds.size > best) [best, start] = [kinds.size, at];
    }
    const first = found[Math.max(0, start - BEFORE)];
    const last = found[Math.min(found.length, start + AROUND) - 1];
    const end = last.index + last[0].length;
    const whole = end >= text.trimEnd().length - 2;
    return (first.index > 2 ? "… " : "") + text.slice(first.index > 2 ? first.index : 0, whole ? undefined : end) + (whole ? "" : " …");
  };

  const item = (card) => {
    const when = make("p", { className: "when" });
    if (!card.when) when.textContent = say("undated");
    else if (card.ofEvent) when.textContent = card.when;
    else when.append(make("span", { className: "small", text: say("published") }), ` ${card.when}`);
    const names = [card.outlet, card.place].filter(Boolean).map((text) => make("span", REPORTS, ...marked(text)));
    const about = [card.kind, card.incomplete && say("incomplete"), card.repost && say("repost")];
    return make("li", {},
      when,
      make("h3", {}, make("a", { href: `article/${encodeURIComponent(card.slug)}.html`, ...REPORTS }, ...marked(card.title))),
      make("p", { className: "about" }, ...names, ...about.filter(Boolean).map((text) => make("span", {}, ...marked(text)))));
  };

  const quote = async (element, slot, mine) => {
    const text = excerpt(await arsip.text(slot));
    if (text && mine === turn) element.append(make("p", { className: "excerpt", ...REPORTS }, ...marked(text)));
  };

  const chunk = async (mine) => {
    const next = slots.slice(shown, shown + CHUNK);
    const cards = await Promise.all(next.map(arsip.card));
    if (mine !== turn) return null;
    const items = cards.map(item);
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= slots.length;
    more.textContent = say("more", { n: number(Math.min(CHUNK, slots.length - shown)), left: number(slots.length - shown) });
    const quotes = answer.terms.size ? next.map((slot, at) => quote(items[at], slot, mine)) : [];
    await Promise.all(quotes);
    return items[0];
  };

  more.addEventListener("click", async () => {
    const first = await chunk(turn);
    first?.querySelector("a").focus();
  });

  /* ---- What is chosen, and a way out of each choice ---- */
  const toggle = (name, key, on, values) => {
    const keys = new Set(state.facets.get(name));
    if (on) keys.add(key); else keys.delete(key);
    if (on && values) apart(keys, key, values);
    return go({ facets: new Map([...state.facets, [name, keys]]) });
  };

  /** A province and one of its regencies are not chosen together: the wider would swallow the narrower. */
  const apart = (keys, key, values) => {
    const index = values.findIndex(([other]) => other === key);
    for (const [other, , above] of values) if (above === index) keys.delete(other);
    const above = values[index]?.[2] ?? -1;
    if (above >= 0) keys.delete(values[above][0]);
  };

  const label = (name, [key, text]) => text || words.get(`${name}:${key}`) || key;

  const showChosen = async () => {
    const mine = turn;
    const chips = [];
    for (const [name, keys] of active()) {
      const { values } = await arsip.column(name);
      for (const key of keys) {
        const value = values.find(([other]) => other === key) ?? [key, ""];
        const text = label(name, value);
        const chip = make("button", { type: "button", text: `${text} ×`, ariaLabel: say("remove", { name: text }) });
        chip.addEventListener("click", () => { toggle(name, key, false); status.focus(); });
        chips.push(make("li", {}, chip));
      }
    }
    if (chips.length > 1) {
      const all = make("button", { type: "button", className: "plainly", text: say("clear") });
      all.addEventListener("click", () => { go({ facets: new Map(NAMES.map((name) => [name, new Set()])) }); status.focus(); });
      chips.push(make("li", {}, all));
    }
    if (mine === turn) chosen.replaceChildren(...chips);
    const total = active().reduce((sum, [, keys]) => sum + keys.size, 0);
    $("saring").querySelector("summary .n").textContent = total ? number(total) : "";
    for (const facet of facets) {
      const count = state.facets.get(facet.dataset.facet).size;
      facet.querySelector("summary .n").textContent = count ? number(count) : "";
    }
  };

  /* ---- Facets, with the counts that a choice would give ---- */
  const showFacet = async (facet) => {
    const mine = turn;
    const name = facet.dataset.facet;
    const all = answer?.asked ? answer.slots : (await arsip.days()).slots;
    const others = new Map([...state.facets].filter(([other]) => other !== name || EVERY.has(name)));
    const [{ values }, counts] = await Promise.all([arsip.column(name), arsip.counts(all, others, EVERY, name)]);
    if (mine !== turn) return;
    const keys = state.facets.get(name);
    const search = facet.querySelector("input[type=search]");
    const asked = arsip.plain(search.value);
    const rows = values
      .map((value, index) => ({ value, index, count: counts[index], on: keys.has(value[0]), text: label(name, value) }))
      .filter(({ count, on }) => count || on);
    const visible = asked
      ? rows.filter(({ text }) => arsip.plain(text).includes(asked))
      : rows.filter(({ value, on }) => on || value[2] < 0 || isOpen(value, values, keys));
    const ordered = order(name, visible, values);
    const every = facet.dataset.every === "true" || Boolean(asked);
    const part = ordered.filter(({ on }, at) => on || at < (every ? MOST_SHOWN : SHOWN));
    search.closest("label").hidden = rows.length <= SHOWN;
    const focus = document.activeElement?.dataset?.key;
    const options = facet.querySelector("ul");
    options.replaceChildren(...part.map((row) => option(name, row, values)));
    if (focus !== undefined && options.dataset.had === focus) options.querySelector(`[data-key="${CSS.escape(focus)}"]`)?.focus();
    const rest = facet.querySelector("button");
    rest.hidden = every || ordered.length <= part.length;
    rest.textContent = say("all", { n: number(ordered.length) });
  };

  /** The regencies of a province show once the province or one of them is chosen. */
  const isOpen = ([, , above], values, keys) =>
    above >= 0 && (keys.has(values[above][0]) || values.some(([key, , other]) => other === above && keys.has(key)));

  const order = (name, rows, values) => {
    const text = (one, other) => one.text.localeCompare(other.text, LANGUAGE);
    if (name === "month") return rows.sort((one, other) => other.index - one.index);
    if (name === "stage" || name === "certainty") {
      const place = ({ value }) => [...words.keys()].indexOf(`${name}:${value[0]}`);
      return rows.sort((one, other) => place(one) - place(other) || other.count - one.count);
    }
    rows.sort((one, other) => other.on - one.on || other.count - one.count || text(one, other));
    if (name !== "place") return rows;
    const inside = new Set(rows.map(({ index }) => index));
    const top = rows.filter(({ value }) => !inside.has(value[2]));
    return top.flatMap((row) => [row, ...rows.filter(({ value }) => values[value[2]] && value[2] === row.index)]);
  };

  const option = (name, { value, count, on, text }, values) => {
    const input = make("input", { type: "checkbox", checked: on });
    input.dataset.key = value[0];
    input.addEventListener("change", () => {
      input.closest("ul").dataset.had = value[0];
      toggle(name, value[0], input.checked, values);
    });
    const line = make("label", {}, input, make("span", { text, ...(NAMED.has(name) && REPORTS) }), make("span", { className: "n", text: number(count) }));
    return make("li", { className: value[2] >= 0 ? "below" : "" }, line);
  };

  for (const facet of facets) {
    facet.addEventListener("toggle", () => { if (facet.open) showFacet(facet); });
    facet.querySelector("input[type=search]").addEventListener("input", () => showFacet(facet));
    facet.querySelector("button").addEventListener("click", async () => {
      facet.dataset.every = "true";
      await showFacet(facet);
      facet.querySelectorAll("ul input")[SHOWN]?.focus();
    });
  }

  /* ---- The current result as a table ---- */
  const FORMULA = /^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u; // a spreadsheet would reckon with it
  const cell = (text) => `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

  $("csv").addEventListener("click", async () => {
    const cards = [];
    for (let at = 0; at < slots.length; at += 500) {
      cards.push(...(await Promise.all([...slots.slice(at, at + 500)].map(arsip.card))));
      if (slots.length > 500) status.textContent = say("gathering", { n: number(cards.length) });
    }
    tell();
    const rows = cards.map((card) => [
      card.date, card.title, card.outlet, card.place, card.kind,
      new URL(`article/${encodeURIComponent(card.slug)}.html`, location.href).href,
    ]);
    const table = [say("columns").split("|"), ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
    const href = URL.createObjectURL(new Blob(["\ufeff", table, "\r\n"], { type: "text/csv;charset=utf-8" }));
    make("a", { href, download: say("file") }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  });

  /* ---- What the reader does ---- */
  let pause;
  box.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { typing = true; go({ q: box.value }, { replace: true }); }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    typing = false;
    go({ q: box.value });
  });
  sort.addEventListener("change", () => go({ sort: sort.value }));

  const restore = () => {
    if (location.hash && !location.hash.includes("=")) return; // a link into the page
    state = read();
    typing = false;
    box.value = state.q;
    show();
  };
  addEventListener("popstate", restore);
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault(); // it would take the question out of the address
    $("isi").focus();
  });

  $("jelajah").hidden = false;
  const wide = matchMedia("(min-width: 62rem)").matches;
  $("saring").open = wide;
  facets.forEach((facet, at) => {
    const few = at < 3 && wide && facet.dataset.early === "true";
    facet.open = few || state.facets.get(facet.dataset.facet).size > 0;
  });
  restore();
})();
