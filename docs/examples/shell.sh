# For the README's curl lines: the address and keys of the `npm start` that runs here, and two ways to look at an answer.
. "${PACTA_DATA:-.pacta}/env"
API="$PACTA_URL/api/v1"
ADMINISTRATOR="Authorization: Bearer $PACTA_KEY_ADMINISTRATOR"
INTEGRATION="Authorization: Bearer $PACTA_KEY_INTEGRATION"
REVIEWER="Authorization: Bearer $PACTA_KEY_REVIEWER"
DESK="Authorization: Bearer $PACTA_KEY_DESK"
AUDITOR="Authorization: Bearer $PACTA_KEY_AUDITOR"

# show [MEMBER...]: the answer, or some of its members, over several lines. Problems are always shown whole.
show() {
  node_modules/.bin/node -e '
    const answer = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const members = process.argv.slice(1);
    const picked = members.length === 0 || "problem" in answer || "code" in answer
      ? answer : Object.fromEntries(members.map((name) => [name, answer[name]]));
    console.log(JSON.stringify(picked, null, 2));' "$@"
}

# rows LIST MEMBER...: one line for each entry of a list of the answer.
rows() {
  node_modules/.bin/node -e '
    const answer = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const [list, ...members] = process.argv.slice(1);
    const at = (entry, path) => path.split(".").reduce((value, name) => value?.[name], entry);
    for (const entry of at(answer, list) ?? [answer]) console.log(members.map((path) => at(entry, path) ?? "-").join("  "));' "$@"
}
