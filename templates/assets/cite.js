// The citation of this page's report as BibTeX, RIS and CSL-JSON, from the metadata in its head: to copy, or as a file.
// The same rules as site_builder/citation.py, and tested to give the same bytes.
"use strict";
(() => {
  const block = document.getElementById("sitasi");
  if (!block) return;
  const metas = (name) => [...document.querySelectorAll(`meta[name="${name}"]`)].map((meta) => line(meta.content));
  const meta = (name) => metas(name)[0] || "";
  const NOT_LINE = /[\x00-\x20\x7f-\xa0\u2028\u2029\ufffe\uffff]+/g;
  const line = (text) => text.toWellFormed ? text.replace(NOT_LINE, " ").trim() : text.replace(NOT_LINE, " ").trim();
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const LATEX = {
    "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}", "%": "\\%", "&": "\\&", "#": "\\#", "$": "\\$", "_": "\\_",
  };
  const latex = (text) => text.replace(/[\\{}^~%&#$_]/g, (character) => LATEX[character]);

  const page = document.querySelector('link[rel="canonical"]')?.href || "";
  const work = {
    key: block.dataset.key, archive: line(block.dataset.archive), page,
    title: meta("citation_title"), authors: metas("citation_author"), outlet: meta("citation_publisher"),
    date: meta("citation_publication_date").split("/").filter(Boolean), url: meta("citation_public_url"),
  };
  work.archived = work.url && page ? `${work.archive}: ${page}` : work.outlet ? work.archive : "";

  const bibtex = () => {
    const [year, month, day] = work.date;
    const fields = [
      ["author", work.authors.map((name) => `{${latex(name)}}`).join(" and ")], ["title", `{${latex(work.title)}}`],
      ["journal", latex(work.outlet)], ["year", year], ["month", MONTHS[month - 1]], ["day", day && String(Number(day))],
      ["langid", "indonesian"], ["url", (work.url || page).replace(/[\\{}\s]/g, encodeURIComponent)],
      ["note", latex(work.archived)],
    ].filter(([, text]) => text && text.replace(/^[{}]+|[{}]+$/g, ""));
    const lines = fields.map(([name, text]) => `  ${name} = ${name === "month" ? text : `{${text}}`},\n`);
    return `@${work.outlet ? "article" : "misc"}{${work.key},\n${lines.join("")}}\n`;
  };

  const ris = () => {
    const [year, month = "", day = ""] = work.date;
    const pairs = [
      ["TY", work.outlet ? "NEWS" : "GEN"], ["TI", work.title], ...work.authors.map((name) => ["AU", name]),
      ["T2", work.outlet], ["PY", year], ["DA", year && `${year}/${month}/${day}/`], ["LA", "id"],
      ["UR", work.url || page], ["DB", work.outlet && work.archive], ["N1", work.url && page && work.archived],
    ];
    return pairs.filter(([, text]) => text).map(([tag, text]) => `${tag}  - ${text}\r\n`).join("") + "ER  - \r\n";
  };

  const csl = () => {
    const item = {
      id: work.key, type: work.outlet ? "article-newspaper" : "article", title: work.title,
      author: work.authors.map((name) => ({ literal: name })), "container-title": work.outlet,
      issued: { "date-parts": [work.date.map(Number)] }, language: "id", URL: work.url || page,
      archive: work.outlet && work.archive, archive_location: work.url && page,
    };
    if (!work.authors.length) delete item.author;
    if (!work.date.length) delete item.issued;
    return JSON.stringify([Object.fromEntries(Object.entries(item).filter(([, value]) => value))], null, 1) + "\n";
  };

  const FORMS = {
    text: [() => line(document.getElementById("sitasi-teks").textContent), "txt", "text/plain"],
    bibtex: [bibtex, "bib", "application/x-bibtex", "BibTeX"],
    ris: [ris, "ris", "application/x-research-info-systems", "RIS"],
    csl: [csl, "csl.json", "application/json", "CSL-JSON"],
  };

  // The clipboard's own way needs a secure page and a permission; the old way works from a disk too.
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
  };

  const download = (text, ending, type) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = `${work.key}.${ending}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  const place = block.querySelector(".forms");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  const act = async (name, [write, ending, type]) => {
    if (name === "unduh") return download(write(), ending, type);
    await copy(write());
    status.textContent = place.dataset.done;
  };
  for (const name of ["salin", "unduh"]) {
    const row = document.createElement("p");
    row.append(place.dataset[name]);
    for (const form of Object.values(FORMS)) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = form[3] || place.dataset.teks;
      button.setAttribute("aria-label", `${place.dataset[name]} ${button.textContent}`);
      button.addEventListener("click", () => act(name, form));
      row.append(" ", button);
    }
    place.append(row);
  }
  place.append(status);
})();
