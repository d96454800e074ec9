export default {
  layout: "briefing.njk",
  tags: ["briefing"],
  permalink: (data) => `${data.page.filePathStem}.html`,
};
