# look.sh RUN OFFSET MOST
# Tells how the run is doing, and after that line the output from an offset on.
run=$HOME/.standardops/runs/$1 offset=$2 most=$3
if ! cd "$run" 2>/dev/null; then
  echo "sops-answer absent"
  exit 0
fi
if [ -f over ]; then
  echo "sops-answer over"
  exit 0
fi
pid= start= alive=no code=none
{ read -r pid start <pid; } 2>/dev/null
if [ -n "$pid" ] && kill -s 0 "$pid" 2>/dev/null; then
  stat=/proc/$pid/stat
  # the same process, and no dead one that nobody has waited for
  if [ ! -r /proc/self/stat ] ||
    { [ "$(cut -d " " -f 22 "$stat" 2>/dev/null)" = "$start" ] && grep -q ") [^ZX] " "$stat" 2>/dev/null; }; then
    alive=yes
  fi
fi
# after the look at the process: who is gone has written its exit code before
{ read -r code <exit; } 2>/dev/null
[ -f timed-out ] && timed=yes || timed=no
[ -f cancelled ] && cancelled=yes || cancelled=no
size=0 rest=0 more=0
if [ -f output ]; then size=$(($(wc -c <output))); fi
if [ "$code" != none ] && [ -f rest ]; then
  rest=$(($(wc -c <rest)))
  more=$(tail -n 1 more 2>/dev/null | cut -d " " -f 1)
fi
echo "sops-answer there pid=$pid alive=$alive exit=$code timed=$timed cancelled=$cancelled size=$size rest=$rest more=$more"
if [ "$offset" -lt "$size" ]; then
  tail -c "+$((offset + 1))" output | head -c "$most"
elif [ "$offset" -lt $((size + rest)) ]; then
  tail -c "+$((offset - size + 1))" rest | head -c "$most"
fi
