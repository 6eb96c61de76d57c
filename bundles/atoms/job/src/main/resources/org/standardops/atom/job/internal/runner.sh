# runner.sh NEW RUN UMASK LIMIT KEEP INTERPRETER [ARGUMENT...]
# Runs the script once, in a process group of its own that is named by this shell's process id.
new=$1 run=$2 mask=$3 limit=$4 keep=$5
shift 5
umask 077
if ! mkdir "$run" 2>/dev/null; then
  rm -rf "$new"
  exit 0
fi
mv "$new/environment" "$new/script" "$run" && cd "$run" || exit 1
rm -rf "$new"
echo "$$ $(cut -d " " -f 22 "/proc/$$/stat" 2>/dev/null)" >pid.new && mv pid.new pid
[ -f cancelled ] && exit 0
mkfifo pipe || exit 1

# This shell outlives the script, to tell how it ended.
trap : TERM INT HUP

# The output's beginning as it comes, and of all that is more only the end, so that no flood fills the disk. Goes on
# while anything that the script left behind holds the pipe.
copy() {
  trap : TERM INT HUP
  have=0
  while [ "$have" -lt "$keep" ]; do
    dd bs=65536 count=4 2>/dev/null >>output
    now=$(($(wc -c <output)))
    [ "$now" -gt "$have" ] || break
    have=$now
  done
  dd bs=65536 2>more | tail -c 65536 >rest
}
: >output
copy <pipe &
copier=$!

if [ "$limit" -gt 0 ]; then
  (
    trap "kill \$sleep 2>/dev/null; exit 0" TERM
    sleep "$limit" &
    sleep=$!
    wait "$sleep"
    trap "" TERM
    : >timed-out
    kill -s TERM 0
    sleep 10
    kill -s KILL 0
  ) &
  watchdog=$!
fi

(
  interpreter=$1
  shift
  set -- "$interpreter" "$run/script" "$@"
  umask "$mask"
  cd
  sops_environment=$run/environment
  . "$sops_environment"
  rm -f "$sops_environment"
  unset sops_environment
  exec "$@"
) >pipe 2>&1 </dev/null
code=$?

# What was written before the end is copied at once; a process left behind may hold the pipe for ever.
tries=0
while kill -s 0 "$copier" 2>/dev/null && [ "$tries" -lt 30 ]; do
  sleep 0.1 2>/dev/null || sleep 1
  tries=$((tries + 1))
done
[ "$limit" -gt 0 ] && kill "$watchdog" 2>/dev/null
rm -f pipe script environment
echo "$code" >exit.new && mv exit.new exit
