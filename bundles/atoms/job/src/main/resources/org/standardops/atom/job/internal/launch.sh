# launch.sh RUN SIZE RUNNER_SIZE ENVIRONMENT_SIZE LIMIT KEEP INTERPRETER [ARGUMENT...]
# Standard input: the runner, the environment, the script. Sets the runner going in a session of its own; the runner
# alone decides, by making the run's folder, whether it is the first. So a lost connection never leaves half a start.
answer() {
  printf "sops-answer %s\n" "$*"
  exit 0
}
run=$1 size=$2 runner=$3 environment=$4
shift 4
mask=$(umask)
umask 077
[ -n "$HOME" ] || answer refused NO_HOME
base=$HOME/.standardops/runs
mkdir -p "$base" 2>/dev/null || answer refused NO_RUN_FOLDER
[ -f "$base/$run/over" ] && answer over
[ -d "$base/$run" ] && answer there
command -v "$3" >/dev/null 2>&1 || answer refused NO_INTERPRETER
command -v setsid >/dev/null 2>&1 || answer refused NO_SETSID

# marks of runs that ended long ago, and starts that never became a run
find "$base" -mindepth 2 -maxdepth 2 -name over -mtime +7 -exec sh -c 'rm -rf "${1%/over}"' sh {} \; 2>/dev/null
find "$base" -mindepth 1 -maxdepth 1 -name ".new.*" -mtime +7 -exec rm -rf {} \; 2>/dev/null

new=$(mktemp -d "$base/.new.XXXXXX" 2>/dev/null) || answer refused NO_RUN_FOLDER
cat >"$new/payload" 2>/dev/null
if [ "$(wc -c <"$new/payload")" -ne "$size" ]; then
  rm -rf "$new"
  answer refused INCOMPLETE
fi
head -c "$runner" "$new/payload" >"$new/runner"
tail -c "+$((runner + 1))" "$new/payload" | head -c "$environment" >"$new/environment"
tail -c "+$((runner + environment + 1))" "$new/payload" >"$new/script"
rm -f "$new/payload"
if [ "$(cat "$new/runner" "$new/environment" "$new/script" | wc -c)" -ne "$size" ]; then
  rm -rf "$new"
  answer refused NO_SPACE
fi
setsid sh "$new/runner" "$new" "$base/$run" "$mask" "$@" </dev/null >/dev/null 2>&1 &
answer launched
