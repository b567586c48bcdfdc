// Days as people write them: 2026-11-20 is 20 November 2026 to everybody.

const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export const inWords = (day) => words.format(new Date(`${day}T00:00:00Z`));
