# clean.sh RUN
# Empties the run's folder but for a mark. The folder stays for some days: by its name and mark a start that comes late
# knows that it has run.
if cd "$HOME/.standardops/runs/$1" 2>/dev/null; then
  umask 077
  : >over
  for file in *; do
    [ "$file" = over ] || rm -f "./$file"
  done
fi
echo "sops-answer clean"
