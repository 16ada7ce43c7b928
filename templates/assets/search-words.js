/* Queries -> words -> terms, exactly as site_builder/search/words.py does it for the articles. */
"use strict";

/** Every file of the index calls this one function with its own name and what it holds. */
const arsip = (path, value) => arsip.arrived(path, value);

(() => {
  const WORD = /[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu;
  const NEITHER = /[^\p{L}\p{N}]/gu;
  const LONGEST = 32;

  /** The words of a text with their places: [{index, 0: word}]. */
  arsip.words = (text) => [...text.matchAll(WORD)];

  /** A word without case, accents and apostrophes. */
  arsip.plain = (word) => {
    const bare = word.normalize("NFKD").toLowerCase().replace(NEITHER, "");
    return bare.length > LONGEST ? [...bare].slice(0, LONGEST).join("") : bare;
  };

  const FIRST = /^(?:(?<s>[mp]eny(?=[aeiou]))|(?<p>[mp]em(?=[aeiou]))|[mp]em|[mp]eng?|me|di|ter|ke)/u;
  const SECOND = /^(?:(?<per>per|pe(?!lajar))|pel(?=ajar)|(?<ber>ber|bel(?=ajar)|be(?=[^aeiou]er)))/u;

  /** The stem of a plain word: the Snowball algorithm for Indonesian (snowballstem.org/algorithms/indonesian). */
  arsip.stem = (word) => {
    let rest = word;
    let head = "";
    let kind = 0;
    let vowels = (word.match(/[aeiou]/gu) || []).length;
    const cut = (end) => {
      const found = rest.endsWith(end);
      if (found) {
        rest = rest.slice(0, rest.length - end.length);
        vowels -= 1;
      }
      return found;
    };
    const suffix = () => {
      if (kind < 2 || kind > 3) if (cut("kan")) return true;
      if (rest.endsWith("an")) return kind !== 1 && cut("an");
      return kind < 3 && !rest.endsWith("si") && cut("i");
    };
    const second = () => {
      const found = SECOND.exec(rest);
      if (!found) return;
      if (found.groups.per) kind = 2;
      else if (found.groups.ber) kind = 4;
      rest = rest.slice(found[0].length);
      vowels -= 1;
    };
    if (vowels > 2) ["kah", "lah", "pun"].some(cut);
    if (vowels > 2) ["nya", "ku", "mu"].some(cut);
    if (vowels <= 2) return rest;
    const first = FIRST.exec(rest);
    if (first) {
      kind = /^(?:p|ke)/u.test(rest) ? 3 : 1;
      head = first.groups.s ? "s" : first.groups.p ? "p" : "";
      rest = rest.slice(first[0].length);
      vowels -= 1;
      if (vowels > 2 && suffix() && vowels > 2) second();
    } else {
      second();
      if (vowels > 2) suffix();
    }
    return head + rest;
  };

  arsip.term = (word) => arsip.stem(arsip.plain(word));

  const FIRST_CODE = 33;
  const LAST = 64;
  const BEFORE = 26;
  const VALUES = new Int8Array(127).fill(-1);
  for (let code = FIRST_CODE, value = 0; code < 127; code += 1) {
    if (!'"\\*>'.includes(String.fromCharCode(code))) VALUES[code] = value++;
  }

  /** The numbers that a string of the index stands for (site_builder/search/codes.py). */
  arsip.numbers = (text) => {
    const found = new Int32Array(text.length);
    let count = 0;
    let before = 0;
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUES[text.charCodeAt(at)];
      if (value < LAST) {
        found[count++] = before * LAST + value;
        before = 0;
      } else before = before * BEFORE + value - LAST + 1;
    }
    return found.subarray(0, count);
  };
})();
