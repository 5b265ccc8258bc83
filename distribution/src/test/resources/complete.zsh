# What a user sees who types $2 and Tab in a zsh that has read the script $1; ends once $3 is there, or after ten seconds.
zmodload zsh/zpty
export TERM=dumb
zpty -b shell zsh -f -i
seen=
await() {
  local part tries
  for tries in {1..100}; do
    while zpty -r -t shell part; do seen+=$part; done
    [[ $seen == *$1* ]] && return
    sleep 0.1
  done
}
zpty -w shell "autoload -U compinit; compinit -u -D; source ${(q)1}; print -r -- REA''DY"
await READY
seen=
zpty -w -n shell "$2"$'\t'
await "$3"
print -r -- "$seen"
zpty -d shell
