# cancel.sh RUN GRACE
# Ends the run's process group: asks at first, and after a grace of seconds makes it. Where the run has not begun, takes
# its folder, so that it never will.
answer() {
  printf "sops-answer %s\n" "$*"
  exit 0
}
umask 077
base=$HOME/.standardops/runs
mkdir -p "$base" 2>/dev/null
if mkdir "$base/$1" 2>/dev/null; then
  : >"$base/$1/over"
  answer gone
fi
cd "$base/$1" 2>/dev/null || answer refused NO_RUN_FOLDER
[ -f over ] && answer gone
now=$(date +%s) since= pid= start=
{ read -r since <cancelled; } 2>/dev/null
if [ -z "$since" ]; then
  [ -f exit ] && answer ended
  echo "$now" >cancelled
fi

# A runner looks for the mark after it wrote its process id: so one of the two sees the other.
{ read -r pid start <pid; } 2>/dev/null
running() {
  [ -n "$pid" ] && kill -s 0 -- "-$pid" 2>/dev/null || return 1
  [ -r /proc/self/stat ] || return 0
  # a process with this id may be another one by now; dead ones that nobody has waited for do not count
  [ ! -r "/proc/$pid/stat" ] || [ "$(cut -d " " -f 22 "/proc/$pid/stat" 2>/dev/null)" = "$start" ] || return 1
  cat /proc/[0-9]*/stat 2>/dev/null | grep -q ") [^ZX] [0-9]* $pid "
}
running || answer gone
if [ -z "$since" ]; then
  kill -s TERM -- "-$pid" 2>/dev/null
elif [ $((now - since)) -ge "$2" ]; then
  kill -s KILL -- "-$pid" 2>/dev/null
fi
sleep 0.2 2>/dev/null || sleep 1
running && answer ending
answer gone
