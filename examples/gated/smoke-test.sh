#!/bin/sh
# Tests the new version behind the test listener, while the old one still serves. Exit code 0 lets the deployment go on.
set -eu
echo "Testing $GATE_TASK_DEFINITION at $GATE_URL"
page=$(curl --fail --silent --show-error --max-time 10 "$GATE_URL")
case $page in
  *checkout*) echo 'The page is there.' ;;
  *)
    echo 'The page is not what it should be:'
    echo "$page" | head -n 5
    exit 1
    ;;
esac
