/* Narrowing by facets. Of one facet a report needs one of the chosen values, or, where it may have several, every one. */
"use strict";

(() => {
  const indexes = ({ values }, keys) => {
    const found = new Map(values.map(([key], index) => [key, index]));
    return [...keys].map((key) => found.get(key) ?? -1);
  };

  /** Which rows have the chosen values. */
  const passing = ({ starts, data }, wanted, every) => {
    const asked = new Set(wanted);
    const needed = every ? asked.size : 1;
    const passes = new Uint8Array(starts.length - 1);
    for (let row = 0; row < passes.length; row += 1) {
      let hits = 0;
      for (let at = starts[row]; at < starts[row + 1]; at += 1) hits += asked.has(data[at]);
      passes[row] = hits >= needed ? 1 : 0;
    }
    return passes;
  };

  /** Those of the slots whose reports have all that is chosen: `chosen` is facet -> keys, `every` the facets that add up. */
  arsip.narrow = async (slots, chosen, every) => {
    const active = [...chosen].filter(([, keys]) => keys.size);
    if (!active.length) return slots;
    const [{ rows }, ...columns] = await Promise.all([arsip.days(), ...active.map(([name]) => arsip.column(name))]);
    const tests = active.map(([name, keys], at) => passing(columns[at], indexes(columns[at], keys), every.has(name)));
    return slots.filter((slot) => tests.every((test) => test[rows[slot]]));
  };

  /** How many of the slots would remain with each value of a facet. */
  arsip.counts = async (slots, chosen, every, name) => {
    const kept = await arsip.narrow(slots, chosen, every);
    const [{ rows }, { values, starts, data }] = await Promise.all([arsip.days(), arsip.column(name)]);
    const counts = new Int32Array(values.length);
    for (const slot of kept) {
      const row = rows[slot];
      for (let at = starts[row]; at < starts[row + 1]; at += 1) counts[data[at]] += 1;
    }
    return counts;
  };
})();
