#compdef quorate
# Completion of quorate for zsh, made by "quorate completion zsh". Commands, flags and choices are in here; names of the
# cluster's keys, members and the like are asked of the program, which answers within a second or not at all.

_quorate_at() { # what may stand at a place among the command words
    next=() also=() flags=() kinds=()
    case $1 in
@places@
    *) return 1 ;;
    esac
}

_quorate_options() { # what may stand in every line
@options@
}

_quorate_kind() { # what the value of a flag, or the argument at a position, is
    local row
    for row in "${kinds[@]}"; do
        if [[ ${row%%=*} == "$1" ]]; then
            kind=${row#*=}
            return 0
        fi
    done
    return 1
}

_quorate_live() { # $1 is what stands before the value in the same word
    local program=quorate line value
    local -a whole parts said
    if [[ ${words[1]} == */quorate ]]; then program=${words[1]}; fi
    for line in "${(@f)$("$program" __complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)1}${(Q)PREFIX}" 2>/dev/null)}"; do
        value=${${line%%$'\t'*}#"$1"}
        if [[ -z $value ]]; then continue; fi
        if [[ $value == */ ]]; then parts+=("$value"); else whole+=("$value"); said+=("$value -- ${line#*$'\t'}"); fi
    done
    if ((${#parts})); then compadd -S '' -a parts; fi
    if ((${#whole})); then compadd -l -d said -a whole; fi
}

_quorate_value() { # proposes values of a kind; $2 is what stands before the value in the same word
    local -a choices
    case $1 in
    :*)
        choices=(${=1#:})
        compadd -a choices
        ;;
    file) _files ;;
    directory) _files -/ ;;
    live) _quorate_live "$2" ;;
    esac
}

_quorate() {
    local kind='' place='' awaiting='' dashes='' lost='' word name
    local -i position=0
    local -a next also flags kinds
    _quorate_at '' && _quorate_options
    for word in "${(@Q)words[2,CURRENT-1]}"; do
        if [[ -n $awaiting ]]; then
            awaiting=''
        elif [[ -z $dashes && $word == -- ]]; then
            dashes=1
        elif [[ -z $dashes && $word == -?* ]]; then
            if [[ $word != *=* ]] && _quorate_kind "$word"; then awaiting=$word; fi
        elif [[ $position -eq 0 && -z $dashes$place && $word == @?* ]]; then
            : # members to ask
        elif ((position == 0)) && [[ -n ${next[(r)$word:*]} || -n ${also[(r)$word]} ]]; then
            place=${place:+$place }$word
            _quorate_at "$place" && _quorate_options
        elif ((position == 0 && ${#next} > 0)) && ! _quorate_kind 1 && ! _quorate_kind '*'; then
            lost=1
        else
            position+=1
        fi
    done
    if [[ -n $lost || $position -eq 0 && -z $dashes$place$awaiting && $PREFIX == @* ]]; then
        _quorate_live ''
    elif [[ -n $awaiting ]]; then
        _quorate_kind "$awaiting" && _quorate_value "$kind" ''
    elif [[ -z $dashes && $PREFIX == --*=* ]]; then
        name=${PREFIX%%=*}
        compset -P '*='
        _quorate_kind "$name" && _quorate_value "$kind" "$name="
    elif [[ -z $dashes && $PREFIX == -* ]]; then
        _describe -o flag flags
    else
        if ((position == 0 && ${#next})); then _describe command next; fi
        if _quorate_kind $((position + 1)) || _quorate_kind '*'; then _quorate_value "$kind" ''; fi
    fi
}

if [[ ${funcstack[1]} == _quorate ]]; then
    _quorate "$@"
else
    compdef _quorate quorate
fi
