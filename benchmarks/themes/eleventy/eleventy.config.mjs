import fs from "node:fs";

export default function (cfg) {
  const load = (file) => JSON.parse(fs.readFileSync(new URL(file, import.meta.url), "utf8"));
  const topics = load("./registers/topics.json");
  const officials = load("./registers/officials.json");
  cfg.addGlobalData("topicsById", topics);
  cfg.addGlobalData("officialsById", officials);
  cfg.addFilter("ymd", (date) => date.toISOString().slice(0, 10));
  cfg.addFilter("rfc3339", (date) => date.toISOString());
  const newestFirst = (api) => api.getFilteredByTag("briefing").sort((a, b) => b.date - a.date);
  cfg.addCollection("newest", newestFirst);
  const group = (api, field, register) => {
    const by = new Map();
    for (const page of newestFirst(api)) for (const id of page.data[field] ?? []) {
      if (!by.has(id)) by.set(id, []);
      by.get(id).push(page);
    }
    const lists = [...by].map(([id, items]) => ({ id, items, ...register[id] }));
    return lists.sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  cfg.addCollection("topicList", (api) => group(api, "topics", topics));
  cfg.addCollection("officialList", (api) => group(api, "officials", officials));
  return {
    dir: { input: "content", includes: "../_includes", output: "output" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
