#!/usr/bin/env bash
# Imports replybeat.ndjson into Kibana 8.9 or newer: data views, lists, dashboards. What was imported before is replaced.
#   KIBANA_URL   default http://localhost:5601; of a space: http://localhost:5601/s/SPACE
# Arguments go to curl: --netrc-file FILE, or --header @FILE with "Authorization: ApiKey ..." in it.
set -euo pipefail
file=$(dirname "$0")/replybeat.ndjson
url=${KIBANA_URL:-http://localhost:5601}/api/saved_objects/_import?overwrite=true
answer=$(curl --silent --show-error --fail-with-body --header 'kbn-xsrf: true' --form "file=@$file" "$@" "$url") || {
  echo "$url: $answer" >&2
  exit 1
}
echo "$answer"
# Kibana answers 200 also when it took only some of the objects.
[[ $answer =~ ^\{[^{]*\"success\":true ]] || exit 1
