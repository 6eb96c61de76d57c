# push.sh PATH SIZE MODE OWNER BACKUP_SUFFIX SHA256
# Standard input: the file. It takes its place at once and whole, or not at all; the same file a second time changes nothing.
path=$1 size=$2 mode=$3 owner=$4 backup=$5 sum=$6
new=
answer() {
  [ -z "$new" ] || rm -f "$new"
  printf "sops-answer %s\n" "$*"
  exit 0
}
sum_of() {
  if command -v sha256sum >/dev/null 2>&1; then
    sha256sum <"$1" 2>/dev/null | cut -d " " -f 1
  else
    shasum -a 256 <"$1" 2>/dev/null | cut -d " " -f 1
  fi
}
case $path in
"~/"*) path=$HOME/${path#"~/"} ;;
esac
folder=$(dirname "$path")
[ -d "$folder" ] || answer refused NO_FOLDER
[ -d "$path" ] && answer refused IS_FOLDER
# through a link, so that the link stays
[ -L "$path" ] && path=$(readlink -f "$path") && folder=$(dirname "$path")
there=
if [ -f "$path" ]; then there=$(sum_of "$path"); fi
umask 077
new=$(mktemp "$folder/.sops.XXXXXX" 2>/dev/null) || answer refused NOT_WRITABLE
cat >"$new" 2>/dev/null
[ "$(wc -c <"$new")" -eq "$size" ] || answer refused INCOMPLETE
written=$(sum_of "$new")
[ -z "$written" ] || [ "$written" = "$sum" ] || answer refused INCOMPLETE
if [ -z "$mode" ]; then
  mode=$(stat -c %a "$path" 2>/dev/null) || mode=644
fi
if [ -z "$owner" ] && [ -f "$path" ]; then
  chown "$(stat -c %u:%g "$path" 2>/dev/null)" "$new" 2>/dev/null
elif [ -n "$owner" ]; then
  chown "$owner" "$new" 2>/dev/null || answer refused NO_OWNER
fi
chmod "$mode" "$new" 2>/dev/null || answer refused NO_MODE
kept=no
if [ -n "$backup" ] && [ -f "$path" ] && [ "$there" != "$sum" ]; then
  if [ ! -e "$path$backup" ]; then
    cp -p "$path" "$path$backup" 2>/dev/null || answer refused NO_BACKUP
  fi
  kept=yes
fi
mv -f "$new" "$path" 2>/dev/null || answer refused NOT_WRITABLE
new=
[ "$there" = "$sum" ] && answer "same backup=$kept"
answer "written backup=$kept"
